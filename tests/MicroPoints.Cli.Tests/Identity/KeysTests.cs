namespace MicroPoints.Cli.Tests.Identity;

/// <summary>Keys from the command line: the secret is shown once, or lies in a file that only its owner reads.</summary>
public sealed class KeysTests
{
    private const string Add = "keys add --role clerk --scope 990101 --id board";

    [Fact]
    public async Task The_secret_stands_alone_on_standard_output()
    {
        using var desk = new Desk();
        Assert.Matches("^mp_board_[A-Za-z0-9_-]{43}\r?\n$", (await desk.Does(Add)).Out);
    }

    [Fact]
    public async Task As_json_it_stands_beside_the_key_and_is_never_listed_again()
    {
        using var desk = new Desk();
        var key = (await desk.Does($"{Add} --label 导入 --until 2190-01-01 --output json")).Json;
        var secret = key.GetProperty("secret").GetString()!;
        Assert.StartsWith("mp_board_", secret, StringComparison.Ordinal);
        Assert.Equal(("clerk", "990101", "2190-01-01", "导入"), (Text("role"), Text("scope"), Text("until"), Text("label")));
        var list = await desk.Does("keys list --output json");
        Assert.Equal("board", Assert.Single(list.Json.GetProperty("keys").EnumerateArray()).GetProperty("id").GetString());
        Assert.DoesNotContain(secret, list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await File.ReadAllTextAsync(desk.Journal), StringComparison.Ordinal);

        string? Text(string name) => key.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_key_file_holds_it_for_its_owner_alone_and_nothing_is_printed()
    {
        using var desk = new Desk();
        var ran = await desk.Does($"{Add} --key-file board.key");
        var secret = await File.ReadAllTextAsync(desk.PathOf("board.key"));
        Assert.Matches("^mp_board_[A-Za-z0-9_-]{43}\n$", secret);
        Assert.DoesNotContain("mp_", ran.Out, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(desk.PathOf("board.key")));
        Assert.False((await desk.Does($"{Add}2 --key-file 2.key --output json")).Json.TryGetProperty("secret", out _));
    }

    [Fact]
    public async Task A_file_that_is_there_is_left_alone_and_no_key_is_issued()
    {
        using var desk = new Desk().Write("board.key", "mine");
        (await desk.Run($"{Add} --key-file board.key")).CouldNotRun("is there already");
        (await desk.Run($"{Add} --key-file no/such.key")).CouldNotRun("no");
        Assert.Equal("mine", await File.ReadAllTextAsync(desk.PathOf("board.key")));
        Assert.Contains("no keys", (await desk.Does("keys list")).Out);
    }

    [Fact]
    public async Task A_refused_key_leaves_no_file_and_the_first_secret_stays()
    {
        using var desk = new Desk();
        await desk.Does(Add);
        (await desk.Run($"{Add} --key-file board.key")).No("exists-with-different-content", "another id");
        Assert.False(File.Exists(desk.PathOf("board.key")));
    }

    [Fact]
    public async Task A_revoked_key_is_listed_with_its_reason_and_revoked_once()
    {
        using var desk = new Desk();
        await desk.Does(Add);
        await desk.Does("keys revoke board --reason 换人");
        Assert.Contains("未重复登记", (await desk.Does("keys revoke board --reason 换人")).Out);
        (await desk.Run("keys revoke board --reason 遗失")).No("key-already-revoked", "board");
        Assert.Contains("已撤销 revoked：换人", (await desk.Does("keys list")).Out);
    }

    [Theory]
    [InlineData("keys add --role king --scope 990101", 1, "'king' is not a role: clerk, approver, reader")]
    [InlineData("keys add --role clerk", 1, "--scope")]
    [InlineData("keys add --role clerk --scope 990101 --until 2026-01-01", 2, "expires-too-early")]
    [InlineData("keys add --role clerk --scope 990101 --id a/b", 1, "'a/b' is not a key id")]
    [InlineData("keys revoke board --reason x", 2, "key-unknown")]
    public async Task What_cannot_be_is_refused(string line, int code, string saying)
    {
        using var desk = await Desk.WithChambers();
        var ran = await desk.Run(line);
        _ = code == 1 ? ran.CouldNotRun(saying) : ran.No(saying);
    }

    [Fact]
    public async Task A_data_directory_with_keys_is_sound_and_folds_anew_to_the_same()
    {
        using var desk = new Desk();
        await desk.Does(Add);
        await desk.Does("keys revoke board --reason 换人");
        await desk.Does("verify");
        await desk.Does("rebuild");
    }
}
