namespace MicroPoints.Benchmarks;

/// <summary>Recording through grains, against the bare framework's whole-state write of the same record and the embedded host.</summary>
public static partial class GrainBench
{
    private const string What = "durable recording through grains, gateway client";

#if CLUSTER
    public static Task Run(Bench bench) => Measure(bench);
#else
    public static Task Run(Bench bench)
    {
        bench.Add(Line.Absent(What, "Orleans", 2, "this build has no grains: their packages were not there"));
        bench.Say("  not run: this build has no grains");
        return Task.CompletedTask;
    }
#endif
}
