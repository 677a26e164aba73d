namespace MicroPoints.Conformance;

/// <summary>Corrections are additions: what a reversal does and what cannot be reversed.</summary>
public abstract class ReversalSuite : ChamberSuite
{
    [Fact]
    public async Task A_reversal_restores_the_tally_and_keeps_both_entries()
    {
        await Recorded(Sample.Visit("visit-1"));
        var before = (await View()).Tally.Digest();
        await Recorded(Sample.Visit("visit-2", times: 7));
        await Recorded(Sample.Reversal("undo", "visit-2"));
        Assert.Equal(before, (await View()).Tally.Digest());
        Assert.Equal(4, (await Entries(Sample.East)).Count);
    }

    [Fact]
    public async Task A_second_reversal_of_one_activity_is_refused()
    {
        await Recorded(Sample.Visit("visit-1"));
        await Recorded(Sample.Reversal("undo", "visit-1"));
        await Refused(Refusal.EntryAlreadyReversed, Sample.Reversal("undo-again", "visit-1"));
    }

    [Fact]
    public async Task A_reversal_cannot_be_reversed()
    {
        await Recorded(Sample.Visit("visit-1"));
        await Recorded(Sample.Reversal("undo", "visit-1"));
        await Refused(Refusal.EntryIsReversal, Sample.Reversal("redo", "undo"));
    }

    [Fact]
    public async Task What_is_not_in_the_ledger_cannot_be_reversed() =>
        await Refused(Refusal.EntryNotFound, Sample.Reversal("undo", "visit-9"));

    [Fact]
    public async Task A_registration_cannot_be_reversed() =>
        await Refused(Refusal.EntryIsNoActivity, Sample.Reversal("undo", "register"));

    [Fact]
    public async Task A_reversed_landing_leaves_the_signing_and_both_reversed_leave_nothing()
    {
        await Recorded(Sample.ProjectStep("signed", "signed", "bridge"));
        await Recorded(Sample.ProjectStep("landed", "landed", "bridge"));
        await Recorded(Sample.Reversal("undo-landed", "landed"));
        Assert.Equal("signed", Assert.Single((await View()).Tally.Cells(Sample.Project)).Fact.Measured.Choice);
        await Recorded(Sample.Reversal("undo-signed", "signed"));
        Assert.Empty((await View()).Tally.Cells(Sample.Project));
    }
}
