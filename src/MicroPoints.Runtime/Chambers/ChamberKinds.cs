namespace MicroPoints.Runtime;

/// <summary>A usual kind of chamber. The list is open: any other word is a kind too.</summary>
public sealed record ChamberKind(string Id, Title Title);

/// <summary>The usual kinds of chamber with their names.</summary>
public static class ChamberKinds
{
    public static IReadOnlyList<ChamberKind> All { get; } =
    [
        new("township", new Title("乡镇商会", "of a township")), new("street", new Title("街道商会", "of a street")),
        new("village", new Title("村商会", "of a village")), new("industry", new Title("行业商会", "of an industry")),
        new("out-of-town", new Title("异地商会", "of people from elsewhere")), new("park", new Title("园区商会", "of a park")),
    ];

    /// <summary>What people call a kind; the kind itself where it is none of these.</summary>
    public static Title TitleOf(string kind) => All.FirstOrDefault(k => k.Id == kind)?.Title ?? new Title(kind);
}
