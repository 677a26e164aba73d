using MicroPoints.Server;

var arguments = DeskStart.Arguments(args);
if (!DeskStart.IsAskedFor(arguments))
    return await ProgramStart.Run(arguments, Hosting.Editions, options => Hosting.Run(options, Console.Out, default));

DeskStart.SpeakChinese();
var exit = await ProgramStart.Run(arguments, Hosting.Editions, options => DeskStart.Run(options, Console.Out));
if (exit != 0) DeskStart.LetRead();
return exit;
