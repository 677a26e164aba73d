namespace MicroPoints.Runtime.Demo;

/// <summary>Decides for a seed which places have a chamber, and who has what, to the published counts.</summary>
internal sealed class GuangxiRoster
{
    private readonly SeededDraws _draws;
    private readonly Sample[] _samples;

    /// <summary>A chamber to be, and how well it does: 0 to 999.</summary>
    private sealed class Sample(RegionCode code, string kind, int quality)
    {
        public RegionCode Code { get; } = code;
        public string Kind { get; } = kind;
        public int Quality { get; } = quality;
        public bool IsRegistered { get; set; }
        public bool IsStar { get; set; }
        public bool IsPioneer { get; set; }
        public string? FourGood { get; set; }
        public string? Coverage { get; set; }
        public int? MediatingSince { get; set; }
        public int DisputesBefore { get; set; }
    }

    private GuangxiRoster(ulong seed)
    {
        _draws = new SeededDraws(seed, "guangxi");
        var places = Shuffled(GuangxiPlaces.All).Take(GuangxiCounts.Chambers).OrderBy(p => p.Code);
        _samples = [.. places.Select(p => new Sample(p.Code, p.Kind, Quality()))];
    }

    /// <summary>Profiles in order of code.</summary>
    public static IReadOnlyList<Profile> Of(ulong seed)
    {
        var roster = new GuangxiRoster(seed);
        roster.GiveTitles();
        roster.GiveParty();
        var levels = roster._samples.Select(roster.LevelsOf).ToList();
        roster.GiveDisputes(levels);
        return [.. roster._samples.Select((sample, i) => roster.ProfileOf(sample, levels[i]))];
    }

    /// <summary>The mean of four draws: most chambers are near the middle.</summary>
    private int Quality() => Enumerable.Range(0, 4).Sum(_ => _draws.Below(1000)) / 4;

    /// <summary>Only the registered have titles: registration decides there.</summary>
    private void GiveTitles()
    {
        foreach (var s in Best(_samples, GuangxiCounts.Registered)) s.IsRegistered = true;
        var registered = _samples.Where(s => s.IsRegistered).ToList();
        foreach (var s in Best(registered, GuangxiCounts.NationalTitles)) s.FourGood = "national";
        var others = registered.Where(s => s.FourGood is null);
        foreach (var s in Best(others, GuangxiCounts.ProvinceTitles)) s.FourGood = "province";
        foreach (var s in Best(registered, GuangxiCounts.Pioneers)) s.IsPioneer = true;
    }

    /// <summary>Without either an organisation is due in a few places, not due in most, unknown in the rest.</summary>
    private void GiveParty()
    {
        foreach (var s in Best(_samples, GuangxiCounts.PartyOrganisations)) s.Coverage = "organisation";
        foreach (var s in Best(Of("organisation"), GuangxiCounts.StarOrganisations)) s.IsStar = true;
        foreach (var s in Best(Of(null), GuangxiCounts.Instructors)) s.Coverage = "instructor";
        foreach (var s in Of(null).ToList())
            s.Coverage = _draws.Below(10) switch { < 2 => "due-not-founded", < 8 => "not-due", _ => null };

        IEnumerable<Sample> Of(string? coverage) => _samples.Where(s => s.Coverage == coverage);
    }

    /// <summary>What the year will not settle was settled before, more by the better and the older ones.</summary>
    private void GiveDisputes(IReadOnlyList<Levels> levels)
    {
        foreach (var s in Best(_samples, GuangxiCounts.MediationBodies)) s.MediatingSince = _draws.Between(2018, 2022);
        var before = GuangxiCounts.Disputes;
        for (var i = 0; i < _samples.Length; i++)
            if (_samples[i].MediatingSince is not null)
                before -= ProvinceHabits.DisputesOfYear[(int)levels[i][Field.Governance]];
        var shares = Shares.Of(before,
            [.. _samples.Select(s => s.MediatingSince is { } since ? (2026 - since) * (s.Quality + 600) : 0)]);
        for (var i = 0; i < _samples.Length; i++) _samples[i].DisputesBefore = shares[i];
    }

    /// <summary>A chamber is not equally good at everything: each field strays from its quality.</summary>
    private Levels LevelsOf(Sample sample) =>
        new([.. Enum.GetValues<Field>().Select(_ => LevelAt(sample.Quality + _draws.Between(-280, 280)))]);

    private static Level LevelAt(int quality) => quality switch
    {
        < 80 => Level.None,
        < 285 => Level.Weak,
        < 815 => Level.Ordinary,
        _ => Level.Strong,
    };

    private Profile ProfileOf(Sample sample, Levels levels)
    {
        var founded = new DateOnly(_draws.Between(2005, 2016), _draws.Between(1, 12), _draws.Between(1, 28));
        DateOnly? registered = sample.IsRegistered
            ? new DateOnly(_draws.Between(2017, 2022), _draws.Between(1, 12), _draws.Between(1, 28)) : null;
        var chamber = new DemoChamber(new ChamberId(sample.Code.Value), $"样例商会-{sample.Code}", sample.Kind, sample.Code,
            [sample.Code], founded, registered);
        return new Profile(chamber, levels, sample.Coverage)
        {
            MediatingSince = sample.MediatingSince,
            DisputesBefore = sample.DisputesBefore,
            FourGood = sample.FourGood,
            IsStar = sample.IsStar,
            IsPioneer = sample.IsPioneer,
        };
    }

    /// <summary>So many of some, rather the better ones, but not only.</summary>
    private IReadOnlyList<Sample> Best(IEnumerable<Sample> among, int count)
    {
        var chosen = among.Select(s => (Sample: s, Luck: s.Quality + _draws.Below(1000)))
            .OrderByDescending(s => s.Luck).ThenBy(s => s.Sample.Code).Take(count).Select(s => s.Sample).ToList();
        Invariant.Holds(chosen.Count == count, "there are as many as were published");
        return chosen;
    }

    private IReadOnlyList<T> Shuffled<T>(IReadOnlyList<T> items)
    {
        var shuffled = items.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = _draws.Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }
        return shuffled;
    }
}
