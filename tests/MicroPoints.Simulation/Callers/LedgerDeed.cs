namespace MicroPoints.Simulation;

/// <summary>Commands to one chamber, one or a batch.</summary>
internal sealed record LedgerDeed(ChamberId Chamber, Actor By, IReadOnlyList<LedgerCommand> Commands) : Deed
{
    public override async Task Do(Desk desk, bool hears)
    {
        var stream = StreamId.Of(Chamber);
        var sending = desk.Auditor.Send([.. Commands.Select(c => new SentLine(stream, c.Id, Wording.Of(c)))]);
        BatchAnswer? answer = null;
        try { answer = await desk.Workspace.Chambers.RunAll(Chamber, By, Commands, CancellationToken.None); }
        catch (StoreException) { hears = false; }
        switch (hears ? answer : null)
        {
            case BatchAnswer.Accepted accepted:
                for (var i = 0; i < Commands.Count; i++) Hear(desk, sending, i, accepted.Lines[i]);
                break;
            case BatchAnswer.Refused refused:
                desk.Auditor.Refused(sending, refused.Lines.ToDictionary(l => l.Index, l => l.Reason));
                break;
            default:
                desk.Auditor.Lost(sending);
                break;
        }
    }

    private void Hear(Desk desk, Sending sending, int line, Answer answer)
    {
        var exists = answer is Answer.Exists;
        var entry = answer is Answer.Exists known ? known.First : ((Answer.Recorded)answer).Entries.Single();
        desk.Auditor.Answered(sending, line, entry, exists);
        if (Commands[line] is RecordActivity) desk.County.Heard(Chamber, entry.Id);
    }
}

/// <summary>Asks what would come of commands whose ids are never sent: should one be there later, a preview wrote it.</summary>
internal sealed record PreviewDeed(ChamberId Chamber, Actor By, IReadOnlyList<LedgerCommand> Commands) : Deed
{
    public override async Task Do(Desk desk, bool hears)
    {
        try { await desk.Workspace.Chambers.Preview(Chamber, By, Commands, CancellationToken.None); }
        catch (StoreException) { }
    }
}

/// <summary>Looks at a chamber and at the standings, while others write.</summary>
internal sealed record LookDeed(ChamberId Chamber, Period Period, DateOnly Day) : Deed
{
    public override async Task Do(Desk desk, bool hears)
    {
        await desk.Workspace.Chambers.View(Chamber, Period, AsOf.On(Day), CancellationToken.None);
        await desk.Workspace.Standings.Ask(
            new StandingsQuery(TinyRules.Id, Period, County.Region, Day, null, []), null, CancellationToken.None);
    }
}
