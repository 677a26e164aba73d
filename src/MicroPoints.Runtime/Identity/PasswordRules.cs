namespace MicroPoints.Runtime;

/// <summary>What a password must be: long enough, not the name, and none of those that are tried first.</summary>
/// <remarks>Nothing is demanded of its characters: such demands make passwords that are hard to remember and easy to guess.</remarks>
public static class PasswordRules
{
    /// <summary>The best known ones of at least the shortest length, and what people here come upon first.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "0123456789", "9876543210", "0987654321", "1111111111", "0000000000", "8888888888", "6666666666",
        "1212121212", "1122334455", "1231231234", "1233211234", "1234512345", "1234554321", "12345678910", "123456789a", "a123456789",
        "123456789q", "q123456789", "qwertyuiop", "asdfghjkl;", "1qaz2wsx3edc", "1q2w3e4r5t", "1q2w3e4r5t6y", "qwerty12345", "qwerty1234",
        "password12", "password123", "password1234", "passw0rd123", "p@ssw0rd123", "p@ssword123", "iloveyou123", "iloveyou1314",
        "woaini1314", "woaini520520", "5201314520", "1314520520", "admin12345", "admin123456", "administrator", "root123456",
        "abc1234567", "abcd123456", "abcdefghij", "abcd1234567", "aa123456789", "welcome123", "letmein1234", "changeme123",
        "micropoints", "micropoints1", "micropoints123", "gongshanglian", "shanghui123", "weijifen123", "gongshanglian123",
        "administrator1", "superman123", "sunshine123", "football123", "princess123", "dragon123456", "monkey123456",
    };

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    public static PasswordFlaw? FlawOf(string password, string? name, AccountId account)
    {
        if (password.Length < Limits.PasswordLengthMin) return PasswordFlaw.TooShort;
        if (password.Length > Limits.PasswordLengthMax) return PasswordFlaw.TooLong;
        if (Is(password, name) || Is(password, account.Value)) return PasswordFlaw.IsTheName;
        return Common.Contains(password) || password.Distinct().Count() < 3 ? PasswordFlaw.TooCommon : null;
    }

    /// <summary>A flaw in words, with what to do instead.</summary>
    public static string Words(PasswordFlaw flaw) => flaw switch
    {
        PasswordFlaw.TooShort => $"a password has at least {Limits.PasswordLengthMin} characters: "
            + "several words in a row are easy to remember",
        PasswordFlaw.TooLong => $"a password has at most {Limits.PasswordLengthMax} characters",
        PasswordFlaw.IsTheName => "a password is not the name it belongs to: choose other words",
        PasswordFlaw.TooCommon => "this is one of the passwords that are tried first: choose other words",
        _ => throw new InvariantException("a flaw is one of four"),
    };

    private static bool Is(string password, string? name) =>
        name is not null && string.Equals(password.Trim(), name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why a password is refused.</summary>
public enum PasswordFlaw
{
    TooShort = 1,
    TooLong = 2,
    IsTheName = 3,
    TooCommon = 4,
}
