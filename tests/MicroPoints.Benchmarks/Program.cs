using MicroPoints.Benchmarks;

if (Children.Find(args) is { } child) return await child(args[1..]);
if (BenchOptions.Parse(args, out var options) is { } wrong)
{
    Console.Error.WriteLine(wrong);
    return 1;
}
await using var bench = new Bench(options);
return await bench.Run();
