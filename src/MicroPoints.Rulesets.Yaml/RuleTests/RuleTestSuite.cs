using MicroPoints.Activities;

namespace MicroPoints.Rulesets.Yaml.RuleTests;

/// <summary>The cases of one rule test file, fixtures already put in.</summary>
/// <param name="Name">What the file says it tests, such as <c>micro-points 2026.1</c>.</param>
/// <param name="Hash">The digest of the file's bytes.</param>
public sealed record RuleTestSuite(string Name, Digest Hash, IReadOnlyList<RuleTestCase> Cases);

/// <summary>One case: a chamber, perhaps peers, and what a ruleset must make of them.</summary>
public sealed record RuleTestCase
{
    /// <summary>A sentence, unique in its file.</summary>
    public required string Name { get; init; }

    /// <summary>Where the case begins in its file.</summary>
    public required int Line { get; init; }

    /// <summary>Null only where there is no ruleset to take it from.</summary>
    public required Period? Period { get; init; }

    /// <summary>Null: the period's last day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Null: everything recorded.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>What the region sets; the rest takes its default.</summary>
    public IReadOnlyDictionary<string, SettingValue> Settings { get; init; } = new Dictionary<string, SettingValue>();

    public required RuleTestChamber Chamber { get; init; }
    public IReadOnlyList<RuleTestChamber> Peers { get; init; } = [];
    public required Expected Then { get; init; }
}

/// <summary>A chamber of a case: the one under test, or a peer.</summary>
public sealed record RuleTestChamber
{
    /// <summary>The id of the chamber under test.</summary>
    public const string UnderTest = "chamber";

    public required string Id { get; init; }

    /// <summary>In the order written, a fixture's first: a later one has the higher sequence.</summary>
    public IReadOnlyList<RuleTestFact> Facts { get; init; } = [];

    /// <summary>Earlier sealed rounds, in the order written.</summary>
    public IReadOnlyList<EarlierResult> History { get; init; } = [];
    public IReadOnlyList<RuleTestAttribute> Attributes { get; init; } = [];

    /// <summary>Indicators declared not applicable, with the reason where one is given.</summary>
    public IReadOnlyDictionary<string, string?> NotApplicable { get; init; } = new Dictionary<string, string?>();
    public DateOnly? Founded { get; init; }

    /// <summary>The peer group, such as <c>township</c>.</summary>
    public string? Kind { get; init; }
    public RegionCode? Region { get; init; }

    /// <summary>Whether it applied for the round; null where the case does not say.</summary>
    public bool? Applicant { get; init; }
}

/// <summary>A fact as the ledger would hold it, with when it became known and, perhaps, was taken back.</summary>
/// <param name="Id">Null where the file gives none.</param>
/// <param name="Recorded">Null: known from the beginning. A day means its end in Asia/Shanghai.</param>
/// <param name="Reversed">The instant from which it is taken back.</param>
public sealed record RuleTestFact(
    string? Id, Fact Fact, DateOnly? Submitted, string? Reason, DateTimeOffset? Recorded, DateTimeOffset? Reversed);

/// <summary>An attribute's value, as text in the form of its type.</summary>
/// <param name="From">The first day it holds; null: always.</param>
public sealed record RuleTestAttribute(string Id, DateOnly? From, string Value);
