using MicroPoints.Rounds;

namespace MicroPoints.Web;

/// <summary>The round that an address names.</summary>
internal static class RoundAt
{
    /// <summary>Null where it is unknown or outside what the account reaches: both look the same.</summary>
    public static async ValueTask<RoundState?> Find(Desk desk, string? text) =>
        RoundId.IsValid(text) && await desk.Workspace.Rounds.Load(new RoundId(text!), desk.Cancel) is { Opened: { } opened } state
        && desk.Actor.Scope.Contains(opened.Scope) ? state : null;

    /// <summary>Every round of the chambers that the desk is about.</summary>
    /// <remarks>Rounds' streams belong to the country: what a round is for stands in it.</remarks>
    public static async ValueTask<IReadOnlyList<RoundState>> All(Desk desk)
    {
        var rounds = new List<RoundState>();
        foreach (var (stream, _) in await desk.Workspace.Log.Cut(RegionCode.Nation, StreamType.Round, desk.Cancel))
            if (await desk.Workspace.RoundScopes.Of(new RoundId(stream.Name), desk.Cancel) is { } scope && desk.Scope.Contains(scope))
                rounds.Add(await desk.Workspace.Rounds.Load(new RoundId(stream.Name), desk.Cancel));
        return rounds;
    }

    /// <summary>The same with what each is called, the latest period first, and of one in the order of opening.</summary>
    public static async ValueTask<IReadOnlyList<(RoundState Round, Title Name)>> Named(Desk desk)
    {
        var named = new List<(RoundState, Title)>();
        foreach (var round in (await All(desk)).OrderByDescending(r => r.Opened!.Period).ThenBy(OpenedAt).ThenBy(r => r.Id))
            named.Add((round, await desk.Workspace.Rounds.NameOf(round, desk.Cancel)));
        return named;
    }

    public static DateTimeOffset OpenedAt(RoundState round) => round.Entries.First(e => e.Body is RoundOpened).At;

    /// <summary>What the chambers of its scope are called on the last day of its period.</summary>
    public static async ValueTask<IReadOnlyDictionary<ChamberId, string>> Names(Desk desk, RoundState round)
    {
        var (names, today) = (new Dictionary<ChamberId, string>(), AsOf.On(desk.Workspace.Today));
        var cut = await desk.Workspace.Log.Cut(round.Opened!.Scope, StreamType.Chamber, desk.Cancel);
        await foreach (var view in desk.Workspace.Chambers.Views(
            [.. cut.Select(h => new ChamberId(h.Stream.Name))], round.Opened.Period, today, desk.Cancel))
            if (view.Register is { } chamber) names[chamber.Id] = chamber.NameOn(view.At.Day);
        return names;
    }
}
