using MicroPoints.Server;
using MicroPoints.Silo;

return await ProgramStart.Run(args, SiloHosting.Editions, options => SiloHosting.Run(options, Console.Out, CancellationToken.None));
