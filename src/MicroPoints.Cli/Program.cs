using MicroPoints.Cli;
using MicroPoints.Cli.Terminal;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
return await Guard.Run(() =>
{
    var parsed = CommandTree.Build().Parse(args);
    return parsed.Errors.Count == 0 ? parsed.InvokeAsync() : Task.FromResult(Mistakes.Print(parsed));
});
