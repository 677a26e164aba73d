using MicroPoints.Chambers;
using static MicroPoints.Tests.Lines;

namespace MicroPoints.Tests.Chambers;

/// <summary>The register: who may change it, what it takes, and what it says of a day.</summary>
public sealed class ChamberCommandTests
{
    private static readonly RegisterChamber Registration =
        new(new EntryId("r"), "青山商会", "township", new RegionCode("450123001"), [], D("2020-01-01"));

    private static readonly EntryId X = new("x");
    private static readonly DateOnly Day = D("2026-07-01"), Tomorrow = D("2027-01-01");

    private static readonly (RegisterChamber Command, Refusal Refusal)[] Refused =
    [
        (Registration with { Seat = new RegionCode("460100001") }, Refusal.NotAllowed),
        (Registration with { Name = "" }, Refusal.ChamberNameInvalid),
        (Registration with { Name = " 青山" }, Refusal.ChamberNameInvalid),
        (Registration with { Name = new string('山', Limits.NameLengthMax + 1) }, Refusal.ChamberNameInvalid),
        (Registration with { Name = "青\n山" }, Refusal.ChamberNameInvalid),
        (Registration with { Name = "青\u202E山" }, Refusal.ChamberNameInvalid),
        (Registration with { Kind = "two words" }, Refusal.ChamberKindInvalid),
        (Registration with { Serves = [.. Enumerable.Range(0, 51).Select(i => new RegionCode($"450123{i:000}"))] },
            Refusal.LineageInvalid),
        (Registration with { Founded = Tomorrow }, Refusal.OnInFuture),
    ];

    public static TheoryData<int> RefusedLines => [.. Enumerable.Range(0, Refused.Length)];

    [Theory]
    [MemberData(nameof(RefusedLines))]
    public void What_cannot_be_registered_is_refused_by_name(int line) =>
        Book.Unregistered().When(Refused[line].Command, Contexts.Clerk).ThenRefused(Refused[line].Refusal);

    [Fact]
    public void A_chamber_sits_in_a_county_or_township() =>
        Book.Unregistered().When(Registration with { Seat = new RegionCode("4501") })
            .ThenRefused(Refusal.LineageInvalid);

    [Fact]
    public void A_chamber_registers_once() =>
        Book.Unregistered().When(Registration).ThenAccepted().When(Registration with { Id = X })
            .ThenRefused(Refusal.ChamberExists);

    [Fact]
    public void One_chamber_may_serve_several_townships_and_a_kind_is_an_open_list() =>
        Book.Unregistered().When(Registration with
        {
            Kind = "out-of-town",
            Serves = [new("450123001"), new("450123002")],
        }, Contexts.Clerk).ThenAccepted();

    [Fact]
    public void Nothing_is_changed_of_a_chamber_that_is_not_registered()
    {
        ChamberCommand[] changes =
            [new RenameChamber(X, "新", Day), new SetChamberAttribute(X, "a", "b", Day), new DissolveChamber(X, Day),
            new MergeChamberInto(X, new ChamberId("b"), Day), new SplitChamberInto(X, [new("b")], Day)];
        foreach (var change in changes) Book.Unregistered().When(change).ThenRefused(Refusal.ChamberUnknown);
    }

    [Fact]
    public void A_name_and_an_attribute_are_checked()
    {
        Book.Of().When(new RenameChamber(X, "", Day)).ThenRefused(Refusal.ChamberNameInvalid);
        Book.Of().When(new RenameChamber(X, "新", Tomorrow)).ThenRefused(Refusal.OnInFuture);
        Book.Of().When(new SetChamberAttribute(X, "two words", "1", Day)).ThenRefused(Refusal.SettingNotOfType);
        Book.Of().When(new SetChamberAttribute(X, "a", "", Day)).ThenRefused(Refusal.SettingNotOfType);
        Book.Of().When(new SetChamberAttribute(X, "a", "1\u001B", Day)).ThenRefused(Refusal.TextNotPlain);
        Book.Of().When(new SetChamberAttribute(X, "a", "1", Tomorrow)).ThenRefused(Refusal.OnInFuture);
    }

    [Fact]
    public void An_attribute_that_is_taken_off_says_nothing_from_that_day_on_and_a_stamp_stays()
    {
        var book = Book.Of().When(new SetChamberAttribute(X, "members", "52", D("2026-03-01"))).ThenAccepted()
            .When(new SetChamberAttribute(new EntryId("y"), "members", null, D("2026-05-01"))).ThenAccepted();
        var chamber = book.Ledger.Chamber!;
        Assert.Equal("52", chamber.AttributeOn("members", D("2026-04-30")));
        Assert.Null(chamber.AttributeOn("members", D("2026-05-01")));
        Assert.Equal(D("2026-03-01"), chamber.AttributeSince("members", D("2026-04-30")));
        Assert.Null(chamber.AttributeSince("members", Day));
        Book.Of().When(new SetChamberAttribute(X, Chamber.Provenance, null, Day)).ThenRefused(Refusal.SettingNotOfType);
    }

    [Theory]
    [InlineData("青\u200B山商会", "U+200B as character 2")]
    [InlineData("\uFEFF青山商会", "U+FEFF as character 1")]
    [InlineData("青山商会\u2060", "U+2060 as character 5")]
    [InlineData("青山\u3164商会", "U+3164 as character 3")]
    [InlineData("青山商\uFE0F会", "U+FE0F as character 4")]
    [InlineData("青\u00AD山商会", "U+00AD as character 2")]
    public void A_name_with_a_character_that_shows_nothing_is_refused_and_the_character_named(string name, string said)
    {
        Book.Unregistered().When(Registration with { Name = name }).ThenRefused(Refusal.ChamberNameInvalid).ThenDetail(said);
        Book.Of().When(new RenameChamber(X, name, Day)).ThenRefused(Refusal.ChamberNameInvalid).ThenDetail(said);
    }

    [Fact]
    public void An_end_takes_a_reason_which_is_compared_when_it_is_sent_again()
    {
        var ended = Book.Of().When(new DissolveChamber(X, Day, "会员大会决议解散")).ThenAccepted();
        ended.When(new DissolveChamber(X, Day, "会员大会决议解散")).ThenExists(2);
        ended.When(new DissolveChamber(X, Day, "别的理由")).ThenRefused(Refusal.ExistsWithDifferentReason);
        ended.When(new DissolveChamber(X, Day)).ThenRefused(Refusal.ExistsWithDifferentReason);
        Book.Of().When(new DissolveChamber(X, Day, "解散\u202E")).ThenRefused(Refusal.TextNotPlain);
    }

    [Fact]
    public void Only_an_authority_ends_a_chamber_and_not_before_it_was_founded()
    {
        Book.Of().When(new DissolveChamber(X, Day), Contexts.Clerk).ThenRefused(Refusal.NotAnAuthority);
        Book.Of().When(new DissolveChamber(X, Tomorrow)).ThenRefused(Refusal.OnInFuture);
        Book.Unregistered().When(Registration).When(new DissolveChamber(X, D("2019-12-31")))
            .ThenRefused(Refusal.OnTooEarly);
    }

    [Fact]
    public void A_chamber_does_not_merge_or_split_into_itself_nor_into_one_twice()
    {
        ChamberId a = new("a"), b = new("b");
        Book.Of().When(new MergeChamberInto(X, a, Day)).ThenRefused(Refusal.LineageInvalid);
        foreach (var successors in (ChamberId[][])[[], [a, b], [b, b]])
            Book.Of().When(new SplitChamberInto(X, successors, Day)).ThenRefused(Refusal.LineageInvalid);
    }

    [Fact]
    public void An_ended_chamber_is_not_changed_any_more() =>
        Book.Of().When(new DissolveChamber(X, Day)).When(new RenameChamber(new EntryId("y"), "新", Day))
            .ThenRefused(Refusal.ChamberDissolved);

    [Theory]
    [InlineData("2019-12-31", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void It_is_alive_from_its_founding_until_its_end(string day, bool alive) => Assert.Equal(alive,
        Book.Unregistered().When(Registration).When(new DissolveChamber(X, Day)).Ledger.Chamber!.IsAliveOn(D(day)));

    [Fact]
    public void Its_name_is_that_of_the_day()
    {
        var chamber = Book.Unregistered().When(Registration).When(new RenameChamber(X, "绿水商会", Day)).Ledger.Chamber!;
        Assert.Equal(("青山商会", "绿水商会", "绿水商会"), (chamber.NameOn(D("2026-06-30")), chamber.NameOn(Day), chamber.Name));
    }
}
