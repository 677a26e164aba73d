namespace MicroPoints.Rulesets;

/// <summary>A versioned file that turns tallies into points, grades and outcomes; every line cited.</summary>
/// <remarks>The model is a plain tree that evaluators share; it knows neither the file format nor any ledger.</remarks>
public sealed record Ruleset
{
    public required string Id { get; init; }

    /// <summary>A published version is frozen by its hash; any change is a new version.</summary>
    public required string Version { get; init; }

    /// <summary>The digest of the file's bytes.</summary>
    public required Digest Hash { get; init; }

    public required Title Title { get; init; }

    /// <summary>A labelled sample: values are ours, not a county's.</summary>
    public bool Sample { get; init; }

    /// <summary>Whose ruleset it is; a round of another body can only self-assess.</summary>
    public required string Authority { get; init; }

    /// <summary>The days on which a round may lock under it, half-open.</summary>
    public required DayRange Adoptable { get; init; }

    public required PeriodLength Period { get; init; }
    public AppliesTo AppliesTo { get; init; } = new([], false, null);
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public required Cite Cite { get; init; }

    /// <summary>Null: the ruleset has no points, only classes.</summary>
    public Scale? Scale { get; init; }

    public IReadOnlyList<Setting> Settings { get; init; } = [];
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
    public IReadOnlyList<AttributeDefinition> Attributes { get; init; } = [];
    public IReadOnlyList<Category> Categories { get; init; } = [];
    public IReadOnlyList<Deduction> Deductions { get; init; } = [];
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>Highest first, contiguous down to the lowest.</summary>
    public IReadOnlyList<Grade> Grades { get; init; } = [];
    public IReadOnlyList<ClassRule> Classes { get; init; } = [];
    public IReadOnlyList<RankingKey> Ranking { get; init; } = [];
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary><c>micro-points@2026.1</c>.</summary>
    public string Name => $"{Id}@{Version}";

    /// <summary>All indicators that score, nested ones included, in file order.</summary>
    public IEnumerable<Indicator> Leaves => Categories.SelectMany(c => c.Indicators).SelectMany(i => i.Leaves);

    /// <summary>All indicators, groups included, in file order.</summary>
    public IEnumerable<Indicator> AllIndicators => Categories.SelectMany(c => c.Indicators).SelectMany(i => i.SelfAndBelow);

    /// <summary>The kinds that decide limits, classes and outcomes, deductions for a state included; in file order.</summary>
    public IEnumerable<KindId> KindsOfConditions => Deductions.Select(d => d.While?.State).OfType<KindId>()
        .Concat(Limits.Select(l => l.When).Concat(Classes.Select(c => c.When).OfType<Condition>())
            .Concat(Outcomes.Select(o => o.When).OfType<Condition>())
            .SelectMany(c => c.SelfAndBelow).SelectMany(c => c.KindsNamed)).Distinct();

    /// <summary>Indicators declared not applicable, with the reason, and all inside those that are groups.</summary>
    public IReadOnlyDictionary<string, string> WithInside(IReadOnlyDictionary<string, string> notApplicable)
    {
        if (notApplicable.Count == 0) return notApplicable;
        var all = new Dictionary<string, string>(notApplicable);
        foreach (var group in AllIndicators.Where(i => i.IsGroup && notApplicable.ContainsKey(i.Id)))
            foreach (var inside in group.SelfAndBelow) all.TryAdd(inside.Id, notApplicable[group.Id]);
        return all;
    }
}

/// <summary>Days from and until, half-open.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly Until)
{
    public bool Contains(DateOnly day) => day >= From && day < Until;
}

/// <summary>Which chambers a ruleset is for.</summary>
public sealed record AppliesTo(IReadOnlyList<string> PeerGroups, bool ApplicantsOnly, Duration? RegisteredForAtLeast)
{
    /// <summary>The list setting that names the peer groups; <see cref="PeerGroups"/> then holds its default.</summary>
    public string? PeerGroupsSetting { get; init; }
}

/// <summary>A document that lines cite.</summary>
/// <param name="Date">The day of publication, or the last of the month or year where no more of it is known.</param>
public sealed record Source(string Id, Title Title, string Publisher, DateOnly Date)
{
    /// <summary>How exactly the day is known.</summary>
    public Precision Precision { get; init; } = Precision.Day;

    public On On => On.Ending(Date, Precision);
}

/// <summary>Which clause of which document.</summary>
public sealed record Cite(string Source, string Clause);

/// <summary>The totals of a ruleset with points.</summary>
public sealed record Scale(Number Total, Number? BonusAtMost, Number? FinalAtMost);

/// <summary>A number wherever one stands in a ruleset: literal hundredths, or the id of a parameter or number setting.</summary>
public readonly record struct Number(long Hundredths, string? Reference = null)
{
    public static Number Of(Points points) => new(points.Hundredths);
    public override string ToString() => Reference is null ? new Points(Hundredths).ToString() : "$" + Reference;
}

/// <summary>A list wherever one stands: literal ids, or the id of a list setting.</summary>
public sealed record Ids(IReadOnlyList<string> Literal, string? Reference = null)
{
    public static Ids Of(params IReadOnlyList<string> ids) => new(ids);
    public bool Equals(Ids? other) => other is not null && Reference == other.Reference && Literal.SequenceEqual(other.Literal);
    public override int GetHashCode() => HashCode.Combine(Reference, Literal.Count);
    public override string ToString() => Reference is null ? $"[{string.Join(", ", Literal)}]" : "$" + Reference;
}

public enum SettingType
{
    Switch = 1,
    Number = 2,
    List = 3,
}

/// <summary>What an adopting region may set; sealed into the round.</summary>
public sealed record Setting(string Id, SettingType Type, SettingValue Default, Title Title);

/// <summary>A setting's value, in the shape of its type.</summary>
public sealed record SettingValue(bool Switch, long Hundredths, IReadOnlyList<string> List)
{
    public static SettingValue Of(bool value) => new(value, 0, []);
    public static SettingValue Of(Points value) => new(false, value.Hundredths, []);
    public static SettingValue Of(IReadOnlyList<string> value) => new(false, 0, value);
}

/// <summary>A dated value, each with its own source.</summary>
public sealed record Parameter(string Id, string Unit, IReadOnlyList<DatedValue> Values);

/// <param name="From">The first day in force: the first of a month.</param>
/// <param name="StillValidOn">The last day on which someone checked that the source is in force.</param>
public sealed record DatedValue(DateOnly From, Points Value, Cite Cite, DateOnly? StillValidOn);

public enum AttributeType
{
    Option = 1,
    Number = 2,
    Day = 3,
}

/// <summary>A dated fact of chambers that rules may read.</summary>
public sealed record AttributeDefinition(string Id, AttributeType Type, IReadOnlyList<string> Options, Title Title)
{
    /// <summary>What people read for options; those without a title are read by their ids.</summary>
    public IReadOnlyDictionary<string, Title> OptionTitles { get; init; } = new Dictionary<string, Title>();

    public Title OptionTitle(string option) => OptionTitles.GetValueOrDefault(option) ?? new Title(option);
}
