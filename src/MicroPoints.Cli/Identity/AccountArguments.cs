using System.CommandLine;
using System.Text.Json;
using MicroPoints.Api;
using MicroPoints.Cli.Terminal;
using MicroPoints.Identity;
using MicroPoints.Web;

namespace MicroPoints.Cli;

/// <summary>What the account verbs share.</summary>
internal static class AccountArguments
{
    public static readonly Option<string> Address = new("--address")
    {
        Description = "what the link begins with: where the server's pages are opened",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    public static Argument<AccountId> Account() => Common.TypedArgument("id", "the account's id", text => new AccountId(text));

    public static Role Role(string text) => KeyOut.RoleOf(KeyArguments.Role(text));

    /// <summary>An account without its password's hash or its link.</summary>
    public static void Write(Utf8JsonWriter json, Account account)
    {
        json.WriteString("id", account.Id.Value);
        if (account.Name is { } name) json.WriteString("name", name);
        json.WriteString("role", Word(account.Role));
        json.WriteString("scope", account.Scope.Value);
        json.WriteString("opened", Calendar.Text(account.OpenedAt));
        json.WriteBoolean("hasPassword", account.Password is not null);
        if (account.ClosedAt is { } closed) json.WriteString("closed", Calendar.Text(closed));
        if (account.ClosedReason is { } reason) json.WriteString("reason", reason);
    }

    /// <summary>Prints a one-time link: alone on standard output, or beside its account.</summary>
    public static void Show(ParseResult parsed, Account account, AccountLink link, string secret)
    {
        var address = HandedOn.SetPassword(parsed.GetValue(Address)!.TrimEnd('/'), secret);
        if (!Common.Output(parsed).IsJson)
        {
            Output.Line(address);
            return;
        }
        Output.Object(json =>
        {
            Write(json, account);
            json.WriteString("link", address);
            json.WriteString("linkUntil", Calendar.Text(link.Until));
        });
    }

    public static string Word(Role role) => Words.Kebab(role.ToString());
}
