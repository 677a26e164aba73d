using MicroPoints.Cli;
using MicroPoints.Cli.Terminal;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
return await Guard.Run(() => CommandTree.Build().Parse(args).InvokeAsync());
