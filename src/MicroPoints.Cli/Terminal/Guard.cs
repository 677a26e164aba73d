using MicroPoints.Client;
using MicroPoints.Rounds;
using MicroPoints.Rulesets.Yaml;
using MicroPoints.Runtime;

namespace MicroPoints.Cli.Terminal;

/// <summary>Turns every way a verb can fail into a message on standard error and an exit code.</summary>
internal static class Guard
{
    public static async Task<int> Run(Func<Task<int>> verb)
    {
        try { return await verb(); }
        catch (Exception e) when (Explain(e) is { } failure)
        {
            await Console.Error.WriteLineAsync($"micropoints: {Shown.Of(failure.Message)}");
            foreach (var detail in failure.Details) await Console.Error.WriteLineAsync($"  {Shown.Of(detail)}");
            return failure.ExitCode;
        }
    }

    private static CliFailure? Explain(Exception e) => e switch
    {
        CliFailure failure => failure,
        ProblemException problem => ServerAccess.Failure(problem),
        HttpRequestException or OperationCanceledException { InnerException: TimeoutException } => CliFailure.CouldNotRun(
            $"no answer from the server: {Innermost(e).Message}; what was sent may have been recorded: run the same again"),
        QueryRefusedException query => CliFailure.Refused(query.Reason, query.Message),
        ProofException proof => CliFailure.No($"the proof does not hold: {proof.Message}"),
        ProofVersionException version => CliFailure.CouldNotRun(version.Message),
        StoreException store => CliFailure.CouldNotRun(store.Message),
        RulesUnreadableException rules => CliFailure.No(rules.Message),
        OperationCanceledException => CliFailure.CouldNotRun("stopped; what was acknowledged is kept, send the rest again"),
        IOException or UnauthorizedAccessException => CliFailure.CouldNotRun(e.Message),
        InvariantException => CliFailure.CouldNotRun(
            $"{e.Message}: this is a fault of the program; nothing more was written. Please report it with what you did"),
        _ when Environment.GetEnvironmentVariable("MICROPOINTS_DEBUG") is null =>
            CliFailure.CouldNotRun(
                $"a fault of the program: {e.Message} Please report it with what you did; MICROPOINTS_DEBUG=1 shows more"),
        _ => null,
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
