using Spectre.Console;

namespace MicroPoints.Cli.Terminal;

/// <summary>A progress bar on standard error for long work; silent where that is no terminal.</summary>
internal static class Progress
{
    public static Task<T> Show<T>(string what, Func<IProgress<(long Done, long Total)>?, Task<T>> work)
    {
        if (Console.IsErrorRedirected) return work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await work(new Reporter(context.AddTask(Markup.Escape(what)))));
    }

    private sealed class Reporter(ProgressTask task) : IProgress<(long Done, long Total)>
    {
        public void Report((long Done, long Total) value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }
}
