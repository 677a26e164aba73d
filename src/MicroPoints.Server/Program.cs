using MicroPoints.Server;

return await ProgramStart.Run(args, Hosting.Editions, options => Hosting.Run(options, Console.Out, CancellationToken.None));
