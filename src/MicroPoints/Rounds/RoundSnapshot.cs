using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>One chamber's stream as it was frozen.</summary>
public sealed record FrozenHead(ChamberId Chamber, Head Head);

/// <summary>An indicator that does not apply to a chamber.</summary>
public sealed record FrozenNotApplicable(ChamberId Chamber, string Indicator);

/// <summary>A chamber's result in an earlier sealed round of the ruleset.</summary>
public sealed record FrozenHistory(ChamberId Chamber, EarlierResult Result);

/// <summary>Everything a round is computed from: rules, settings, both dates, heads, and what is known from elsewhere.</summary>
/// <remarks>The roster follows from the register entries inside the frozen chamber streams. Lists are in order of chamber.</remarks>
/// <param name="Calendar">Digest of the working-day calendar in force, where one was imported; nothing is computed from it.</param>
public sealed record RoundSnapshot(
    string RulesetVersion, Digest RulesetHash, Digest ActivitiesHash, IReadOnlyDictionary<string, SettingValue> Settings,
    AsOf At, Digest? Calendar, IReadOnlyList<FrozenHead> Heads, IReadOnlyList<ChamberId> Applicants,
    IReadOnlyList<FrozenNotApplicable> NotApplicable, IReadOnlyList<FrozenHistory> History)
{
    public void Write(CanonicalWriter writer) => writer.Text(RulesetVersion).Digest(RulesetHash).Digest(ActivitiesHash).Settings(Settings)
        .Day(At.Day).Instant(At.KnownAt).Digest(Calendar)
        .List(Heads, (w, h) => w.Text(h.Chamber.Value).Whole(h.Head.Sequence).Digest(h.Head.Hash))
        .List(Applicants, (w, a) => w.Text(a.Value))
        .List(NotApplicable, (w, n) => w.Text(n.Chamber.Value).Text(n.Indicator))
        .List(History, (w, h) => w.Text(h.Chamber.Value).Text(h.Result.Period.ToString()).Text(h.Result.Grade).Text(h.Result.Class)
            .List(h.Result.Outcomes, (inner, o) => inner.Text(o)));

    public static RoundSnapshot Read(ref CanonicalReader reader)
    {
        var (version, ruleset, activities, settings) =
            (reader.Text(), reader.Digest(), reader.Digest(), SettingFields.Settings(ref reader));
        var (at, calendar) = (new AsOf(reader.Day(), reader.Instant()), reader.DigestOrNull());
        var heads = new FrozenHead[reader.Count()];
        for (var i = 0; i < heads.Length; i++) heads[i] =
            new FrozenHead(EntryFields.Chamber(ref reader), new Head(reader.Whole(), reader.Digest()));
        var applicants = new ChamberId[reader.Count()];
        for (var i = 0; i < applicants.Length; i++) applicants[i] = EntryFields.Chamber(ref reader);
        var notApplicable = new FrozenNotApplicable[reader.Count()];
        for (var i = 0; i < notApplicable.Length; i++) notApplicable[i] =
            new FrozenNotApplicable(EntryFields.Chamber(ref reader), reader.Text());
        var history = new FrozenHistory[reader.Count()];
        for (var i = 0; i < history.Length; i++)
            history[i] = new FrozenHistory(EntryFields.Chamber(ref reader), new EarlierResult(
                EntryFields.Period(ref reader), reader.TextOrNull(), reader.TextOrNull(), EntryFields.Texts(ref reader)));
        return new RoundSnapshot(version, ruleset, activities, settings, at, calendar, heads, applicants, notApplicable, history);
    }
}
