namespace MicroPoints.Simulation;

/// <summary>Publishes the ruleset's second version.</summary>
internal sealed record PublishDeed : Deed
{
    public override async Task Do(Desk desk, bool hears)
    {
        var publish = new PublishRuleset(new EntryId("second-version"), "2", TinyRules.Second);
        var stream = StreamId.OfRuleset(TinyRules.Id);
        desk.County.HasSecondVersion |= await Send(desk, new SentLine(stream, publish.Id, null), hears,
            () => desk.Workspace.Streams.Run(stream, RegionCode.Nation, County.Setup, publish, CancellationToken.None));
    }
}

/// <summary>Adopts a version in the county.</summary>
internal sealed record AdoptDeed(EntryId Id, bool Second, DateOnly From) : Deed
{
    public override async Task Do(Desk desk, bool hears)
    {
        var ruleset = TinyRules.Format.Read(Second ? TinyRules.Second : TinyRules.First);
        var adopt = new AdoptRuleset(Id, ruleset, From, new Dictionary<string, SettingValue>());
        await Send(desk, new SentLine(StreamId.Of(County.Region), Id, Wording.Of(adopt.Content)), hears,
            () => desk.Workspace.Adopt(County.Region, adopt, County.Approver, CancellationToken.None));
    }
}

/// <summary>Opens a rehearsal and locks it, which may close its period everywhere.</summary>
internal sealed record RoundDeed(RoundId Round, Period Period, bool Closes) : Deed
{
    public override async Task Do(Desk desk, bool hears)
    {
        var opened = new RoundOpened(TinyRules.Id, Period, County.Region, [], RoundPurpose.Rehearsal, "light", null);
        var (stream, rounds) = (StreamId.Of(Round), desk.Workspace.Rounds);
        if (!await Send(desk, new SentLine(stream, new EntryId("open"), Wording.Of(opened)), hears,
                () => rounds.Open(Round, opened, County.Approver, CancellationToken.None))) return;
        if (await Send(desk, new SentLine(stream, new EntryId("lock"), null), hears,
                () => rounds.Lock(Round, null, Closes, County.Approver, null, CancellationToken.None))) desk.Auditor.Counts.Rounds++;
    }
}
