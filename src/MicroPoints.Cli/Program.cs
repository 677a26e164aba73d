using MicroPoints.Cli;
using MicroPoints.Cli.Terminal;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
return await Guard.Run(async () =>
{
    // A value that begins with @ is a value, not the name of a file with more arguments.
    var parsed = CommandTree.Build().Parse(args,
        new System.CommandLine.ParserConfiguration { ResponseFileTokenReplacer = null });
    if (parsed.Errors.Count > 0) return Mistakes.Print(parsed);
    var patience = new System.CommandLine.InvocationConfiguration();
    if (parsed.CommandResult.Command.Name == "serve") patience.ProcessTerminationTimeout = ServeCommand.StopsWithin;
    var code = await parsed.InvokeAsync(patience);
    // 128 and more: a signal came, and the verb was too busy to notice within the time it had.
    return code < 128 ? code : throw new OperationCanceledException();
});
