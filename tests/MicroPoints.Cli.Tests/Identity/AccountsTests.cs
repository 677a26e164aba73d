namespace MicroPoints.Cli.Tests.Identity;

/// <summary>Accounts from the command line: the way in where the data lie.</summary>
public sealed class AccountsTests
{
    private const string Add = "accounts add --name 李明 --role approver --scope 990101 --id li";

    [Fact]
    public async Task An_account_is_opened_and_its_link_stands_alone_on_standard_output()
    {
        using var desk = new Desk();
        Assert.Matches("^http://127\\.0\\.0\\.1:5080/set-password/[A-Za-z0-9_-]{43}\r?\n$", (await desk.Does(Add)).Out);
        var list = await desk.Does("accounts list --output json");
        var account = Assert.Single(list.Json.GetProperty("accounts").EnumerateArray());
        Assert.Equal(("li", "李明", "approver", "990101", false), (account.GetProperty("id").GetString(),
            account.GetProperty("name").GetString(), account.GetProperty("role").GetString(), account.GetProperty("scope").GetString(),
            account.GetProperty("hasPassword").GetBoolean()));
    }

    [Fact]
    public async Task A_new_link_is_another_begins_as_told_and_is_listed_nowhere()
    {
        using var desk = new Desk();
        var first = (await desk.Does(Add)).Out.Trim()[^43..];
        var json = (await desk.Does("accounts link li --address https://desk.example:5443/ --output json")).Json;
        var link = json.GetProperty("link").GetString()!;
        Assert.StartsWith("https://desk.example:5443/set-password/", link, StringComparison.Ordinal);
        Assert.NotEqual(first, link[^43..]);
        Assert.NotNull(json.GetProperty("linkUntil").GetString());
        Assert.DoesNotContain(link[^43..], (await desk.Does("accounts list --output json")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain(link[^43..], await File.ReadAllTextAsync(desk.Journal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_closed_with_a_reason_which_the_list_shows()
    {
        using var desk = new Desk();
        await desk.Does(Add);
        Assert.Contains("no password yet", (await desk.Does("accounts list")).Out);
        Assert.Contains("closed", (await desk.Does("accounts close li --reason 人员调整")).Out);
        Assert.Contains("人员调整", (await desk.Does("accounts list")).Out);
        (await desk.Run("accounts link li")).No("account-closed", "open it again");
    }

    [Fact]
    public async Task What_is_refused_says_why()
    {
        using var desk = new Desk();
        await desk.Does(Add);
        (await desk.Run("accounts add --name 李明 --role clerk --scope 990101")).No("account-name-taken", "the office");
        (await desk.Run("accounts link nobody")).No("account-unknown", "list the accounts");
        (await desk.Run("accounts add --name 王芳 --role boss --scope 990101")).CouldNotRun("is not a role");
        (await desk.Run("accounts list --server http://127.0.0.1:1")).CouldNotRun("not on a server");
    }

    [Fact]
    public async Task No_accounts_are_said_to_be_none()
    {
        using var desk = new Desk();
        await desk.Does("keys add --role clerk --scope 990101");
        Assert.Contains("no accounts", (await desk.Does("accounts list")).Out);
    }
}
