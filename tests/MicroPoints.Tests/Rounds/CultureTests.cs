using System.Globalization;
using System.Text;
using MicroPoints.Ledger;
using MicroPoints.Rounds;

namespace MicroPoints.Tests.Rounds;

/// <summary>The same bytes give the same bytes, whatever culture the machine is set to.</summary>
public sealed class CultureTests
{
    private static readonly byte[] Proof = In("", () => new SmallRound().Proof());

    public static TheoryData<string> Cultures => ["tr-TR", "ar-SA", "zh-CN", "th-TH", "de-DE", "fa-IR", "sv-SE"];

    private static T In<T>(string culture, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return work();
        }
        finally { CultureInfo.CurrentCulture = before; }
    }

    [Fact]
    public void These_cultures_do_write_days_and_numbers_in_their_own_way()
    {
        Assert.NotEqual("2026", In("th-TH", () => new DateTime(2026, 1, 1).ToString("yyyy")));
        Assert.Equal("1,5", In("de-DE", () => 1.5.ToString()));
        Assert.NotEqual("-1", In("sv-SE", () => (-1).ToString()));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_proof_is_of_the_same_bytes_and_replays_equal(string culture) => In(culture, () =>
    {
        Assert.Equal(Proof, new SmallRound().Proof());
        return Replay.Run(Proof, new SmallRound());
    });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_result_is_of_the_same_bytes(string culture)
    {
        var expected = In("", () => ResultWriter.Write(SmallRound.Id, new SmallRound().Evaluation, null));
        Assert.Equal(Encoding.UTF8.GetString(expected),
            Encoding.UTF8.GetString(
                In(culture, () => ResultWriter.Write(SmallRound.Id, new SmallRound().Evaluation, null))));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_tally_has_the_same_digest(string culture)
    {
        Digest Tally() =>
            LedgerFold.At(new SmallRound().Ledgers[1].Entries, AsOf.On(new DateOnly(2026, 12, 31))).Digest();
        Assert.Equal(In("", Tally), In(culture, Tally));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Values_are_written_and_read_the_same(string culture) => In(culture, () =>
    {
        Assert.Equal("-1234.05", new Points(-123405).ToString());
        Assert.Equal(new Points(-123405), Points.Parse("-1234.05"));
        Assert.Equal("1/3", new Fraction(1, 3).ToString());
        Assert.Equal("2026-07-01", On.Parse("2026-07-01").ToString());
        Assert.Equal("2026Q3", Period.Parse("2026Q3").ToString());
        Assert.Equal(
            "2026-07-01T00:00:00.000Z", Calendar.Text(new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(8))));
        return 0;
    });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Refusals_read_the_same(string culture)
    {
        string Detail()
        {
            var book = Book.Of();
            book.When(Lines.Visits(Limits.CountMax + 1, "2026-01-01"), "v");
            return ((Decision.Refused)book.Answer!).Detail;
        }
        Assert.Equal(In("", Detail), In(culture, Detail));
    }
}
