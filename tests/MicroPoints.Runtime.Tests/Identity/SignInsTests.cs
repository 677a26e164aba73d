using System.Net;
using MicroPoints.Conformance;
using MicroPoints.Identity;

namespace MicroPoints.Runtime.Tests.Identity;

/// <summary>Who gives the right password comes in; who guesses waits longer and longer, and learns nothing.</summary>
public sealed class SignInsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory]
    [InlineData("李明")]
    [InlineData(" 李明 ")]
    [InlineData("li")]
    public async Task A_name_or_an_id_with_the_password_is_who_it_is(string who) =>
        Assert.Equal("li", Assert.IsType<SignInAnswer.Fine>(await (await SignInDesk.WithLi()).Try(who)).Account.Id.Value);

    [Theory]
    [InlineData("li", "another password")]
    [InlineData("li", "Walking the dog at seven")]
    [InlineData("nobody", SignInDesk.Password)]
    [InlineData("", SignInDesk.Password)]
    [InlineData("li", "")]
    public async Task Anything_else_is_wrong(string who, string password) =>
        Assert.IsType<SignInAnswer.Wrong>(await (await SignInDesk.WithLi()).Try(who, password));

    [Fact]
    public async Task Somebody_unknown_without_password_or_closed_costs_a_comparison_as_everybody_does()
    {
        var desk = await SignInDesk.WithLi();
        await desk.Accounts.Open(new NewAccount(new AccountId("new"), "王芳", Role.Clerk, Sample.County), Sample.Approver, Never);
        await desk.Enter("gone", "赵强");
        await desk.Accounts.Close(new AccountId("gone"), "调走", Sample.Approver, Never);
        foreach (var who in (string[])["li", "nobody", "new", "gone"])
        {
            var before = desk.Hasher.Compared;
            Assert.IsType<SignInAnswer.Wrong>(await desk.Try(who, "a wrong password"));
            Assert.Equal(1, desk.Hasher.Compared - before);
        }
        Assert.IsType<SignInAnswer.Wrong>(await desk.Try("gone"));
    }

    [Theory]
    [InlineData("li")]
    [InlineData("nobody")]
    public async Task Waiting_grows_and_ends_for_an_account_as_for_nobodys(string who)
    {
        var desk = await SignInDesk.WithLi();
        for (var i = 0; i < 5; i++) Assert.IsType<SignInAnswer.Wrong>(await desk.Try(who, "wrong password"));
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 9; i++)
        {
            var wait = Assert.IsType<SignInAnswer.Wait>(await desk.Try(who)).For;
            waits.Add(wait);
            desk.Later(wait);
            Assert.IsType<SignInAnswer.Wrong>(await desk.Try(who, "wrong password"));
        }
        Assert.Equal([15, 30, 60, 120, 240, 480, 900, 900, 900], waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task After_waiting_the_right_password_is_let_in_and_all_is_forgotten()
    {
        var desk = await SignInDesk.WithLi();
        for (var i = 0; i < 5; i++) await desk.Try("li", "wrong password");
        Assert.IsType<SignInAnswer.Wait>(await desk.Try("li"));
        desk.Later(TimeSpan.FromSeconds(15));
        Assert.IsType<SignInAnswer.Fine>(await desk.Try("li"));
        for (var i = 0; i < 4; i++) Assert.IsType<SignInAnswer.Wrong>(await desk.Try("li", "wrong password"));
        Assert.IsType<SignInAnswer.Fine>(await desk.Try("li"));
    }

    [Fact]
    public async Task Names_guessed_by_turns_make_the_address_wait_and_no_other()
    {
        var desk = await SignInDesk.WithLi();
        for (var i = 0; i < 20; i++) Assert.IsType<SignInAnswer.Wrong>(await desk.Try($"somebody{i}"));
        Assert.IsType<SignInAnswer.Wait>(await desk.Try("li"));
        Assert.IsType<SignInAnswer.Fine>(await desk.Try("li", from: IPAddress.Parse("192.0.2.7")));
    }

    [Fact]
    public async Task All_addresses_of_a_network_of_ipv6_are_one()
    {
        var desk = await SignInDesk.WithLi();
        for (var i = 0; i < 20; i++) await desk.Try($"somebody{i}", from: IPAddress.Parse($"2001:db8:1:2::{i + 1:x}"));
        Assert.IsType<SignInAnswer.Wait>(await desk.Try("li", from: IPAddress.Parse("2001:db8:1:2:3:4:5:6")));
        Assert.IsType<SignInAnswer.Fine>(await desk.Try("li", from: IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public async Task Many_guesses_at_once_are_not_more_than_one_after_the_other()
    {
        var desk = await SignInDesk.WithLi();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => desk.Try("li", $"wrong password {i}"))));
        Assert.Equal(5, answers.OfType<SignInAnswer.Wrong>().Count());
        Assert.Equal(45, answers.OfType<SignInAnswer.Wait>().Count());
    }

    [Fact]
    public async Task A_link_sets_a_password_once_and_ends_the_waiting()
    {
        var desk = await SignInDesk.WithLi();
        for (var i = 0; i < 5; i++) await desk.Try("li", "wrong password");
        var secret = await desk.Link();
        Assert.Equal("li", desk.Accounts.OfLink(secret)?.Id.Value);
        Assert.IsType<SignInAnswer.Fine>(await desk.SignIns.SetByLink(secret, "quite another password", Never));
        Assert.IsType<SignInAnswer.LinkInvalid>(await desk.SignIns.SetByLink(secret, "and one more password", Never));
        Assert.Null(desk.Accounts.OfLink(secret));
        Assert.IsType<SignInAnswer.Fine>(await desk.Try("li", "quite another password"));
        Assert.IsType<SignInAnswer.Wrong>(await desk.Try("li"));
    }

    [Fact]
    public async Task A_link_used_twice_at_once_sets_one_password()
    {
        var desk = await SignInDesk.WithLi();
        var secret = await desk.Link();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            async () => await desk.SignIns.SetByLink(secret, $"another password {i}", Never))));
        Assert.Single(answers.OfType<SignInAnswer.Fine>());
        Assert.Equal(7, answers.OfType<SignInAnswer.LinkInvalid>().Count());
    }

    [Fact]
    public async Task A_link_expires_is_void_after_a_newer_one_and_no_other_text_is_one()
    {
        var desk = await SignInDesk.WithLi();
        var (old, secret) = (await desk.Link(), await desk.Link());
        Assert.Null(desk.Accounts.OfLink(old));
        Assert.Null(desk.Accounts.OfLink(secret[..^1]));
        Assert.Null(desk.Accounts.OfLink(null));
        desk.Later(Accounts.LinkLasts - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(desk.Accounts.OfLink(secret));
        desk.Later(TimeSpan.FromMilliseconds(1));
        Assert.IsType<SignInAnswer.LinkInvalid>(await desk.SignIns.SetByLink(secret, "another password", Never));
    }

    [Theory]
    [InlineData("short one", PasswordFlaw.TooShort)]
    [InlineData("1234567890", PasswordFlaw.TooCommon)]
    [InlineData("Password123", PasswordFlaw.TooCommon)]
    [InlineData("ababababababab", PasswordFlaw.TooCommon)]
    [InlineData("县工商联办公室负责人李明", PasswordFlaw.IsTheName)]
    [InlineData("clerk-of-the-office", PasswordFlaw.IsTheName)]
    public void Passwords_that_are_tried_first_are_refused(string password, PasswordFlaw flaw)
    {
        Assert.Equal(flaw, PasswordRules.FlawOf(password, "县工商联办公室负责人李明", new AccountId("clerk-of-the-office")));
        Assert.NotEmpty(PasswordRules.Words(flaw));
    }

    [Fact]
    public async Task An_unfit_password_leaves_the_link_as_it_is()
    {
        var desk = await SignInDesk.WithLi();
        var secret = await desk.Link();
        Assert.Equal(PasswordFlaw.TooLong, Assert.IsType<SignInAnswer.Unfit>(
            await desk.SignIns.SetByLink(secret, new string('长', Limits.PasswordLengthMax + 1), Never)).Flaw);
        Assert.IsType<SignInAnswer.Fine>(await desk.SignIns.SetByLink(secret, "a plain long sentence", Never));
    }

    [Fact]
    public async Task Whoever_knows_the_old_password_changes_it_and_guessing_it_waits()
    {
        var desk = await SignInDesk.WithLi();
        var before = desk.Li.Epoch;
        Assert.IsType<SignInAnswer.Wrong>(await desk.SignIns.Change(desk.Li, "wrong", "a new password", SignInDesk.Here, Never));
        Assert.IsType<SignInAnswer.Unfit>(await desk.SignIns.Change(desk.Li, SignInDesk.Password, "new", SignInDesk.Here, Never));
        Assert.IsType<SignInAnswer.Fine>(
            await desk.SignIns.Change(desk.Li, SignInDesk.Password, "a new password", SignInDesk.Here, Never));
        Assert.False(desk.Li.Holds(before, Digest.OfText("session")));
        for (var i = 0; i < 5; i++) await desk.SignIns.Change(desk.Li, "wrong", "a new password", SignInDesk.Here, Never);
        Assert.IsType<SignInAnswer.Wait>(await desk.SignIns.Change(desk.Li, "a new password", "yet another one", SignInDesk.Here, Never));
    }
}
