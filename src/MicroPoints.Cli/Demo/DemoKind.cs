using MicroPoints.Runtime.Demo;

namespace MicroPoints.Cli;

/// <summary>Which demo: its plan, its round, and figures printed elsewhere to set beside its own.</summary>
internal sealed record DemoKind(string Name, DemoPlan Plan, RoundId Round, IReadOnlyDictionary<string,
    PublishedFigure>? Published)
{
    public static DemoKind County(ulong? seed) =>
        new("county", CountyDemo.Create(seed ?? CountyDemo.Seed), new RoundId("demo-2026"), null);
    public static DemoKind Guangxi(ulong? seed) =>
        new("guangxi", GuangxiDemo.Create(seed ?? GuangxiDemo.Seed), new RoundId("demo-guangxi-2026"),
        MicroPoints.Runtime.Demo.Published.Guangxi);
}
