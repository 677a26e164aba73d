namespace MicroPoints.Runtime.Demo;

/// <summary>Which demo: its plan, its round, and figures printed elsewhere to set beside its own.</summary>
public sealed record DemoKind(
    string Name, DemoPlan Plan, RoundId Round, IReadOnlyDictionary<string, PublishedFigure>? Published)
{
    public static DemoKind County(ulong? seed = null) =>
        new("county", CountyDemo.Create(seed ?? CountyDemo.Seed), new RoundId("demo-2026"), null);

    public static DemoKind Guangxi(ulong? seed = null) =>
        new("guangxi", GuangxiDemo.Create(seed ?? GuangxiDemo.Seed), new RoundId("demo-guangxi-2026"),
            MicroPoints.Runtime.Demo.Published.Guangxi);
}
