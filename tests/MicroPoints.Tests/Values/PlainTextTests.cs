using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Streams;

namespace MicroPoints.Tests.Values;

/// <summary>Recorded words steer no terminal and turn no line round; what was recorded before is read as it is.</summary>
public sealed class PlainTextTests
{
    private static RecordActivity Award(string reason) => new(new EntryId("award"), new KindId("awarded"),
        On.Parse("2026-05-08"), new Measured.Awarded(new Points(150)), Reason: reason);

    [Theory]
    [InlineData('\0')]
    [InlineData('\a')]
    [InlineData('\u001B')]
    [InlineData('\u007F')]
    [InlineData('\u0085')]
    [InlineData('\u009B')]
    [InlineData('\r')]
    [InlineData('\t')]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    public void A_reason_with_a_control_character_is_refused_and_the_character_named(char control)
    {
        Book.Of().When(Award($"抗旱{control}送水")).ThenRefused(Refusal.TextNotPlain)
            .ThenDetail($"U+{(int)control:X4} as character 3").ThenLength(1);
    }

    [Theory]
    [InlineData("第一行\n第二行")]
    [InlineData("组织会员抗旱送水 🚰 (1.5)")]
    [InlineData("العربية")]
    [InlineData("a\u2065b\u206Ac\u2029d")]
    public void Words_of_any_script_on_any_number_of_lines_are_recorded(string reason) =>
        Book.Of().When(Award(reason)).ThenAccepted();

    [Fact]
    public void One_line_is_without_a_line_feed() =>
        Assert.Equal((1, -1), (PlainText.ControlIn("a\nb"), PlainText.ControlInLines("a\nb")));

    [Fact]
    public void An_entry_that_was_recorded_with_one_is_folded_and_its_sender_is_told_that_it_exists()
    {
        var book = Book.Of();
        var old = Award("抗旱\u001B[2J送水");
        var draft = new Draft(old.Id, Contexts.Clerk.Id, Contexts.On("2026-05-09").At, null, new ActivityRecorded(
            new Fact(old.Kind, Nature.Event, old.On, null, old.Measured, null, null), null, [], []),
            new SaltedText(new byte[16], old.Reason!));
        book.Ledger.Apply(SealedEntry.Seal(book.Ledger.Stream, book.Ledger.Head, draft));
        book.When(old).ThenExists(2);
    }
}
