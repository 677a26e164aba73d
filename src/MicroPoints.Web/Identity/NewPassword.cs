using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>A new password from a form that asks for it twice.</summary>
internal static class NewPassword
{
    public const string First = "password", Again = "again";

    /// <summary>The password; null, with what is wrong, where the two differ.</summary>
    public static (string? Password, Title? Problem) Read(IFormCollection form) =>
        form[First].ToString() is { } first && form[Again] == first ? (first, null)
        : (null, new Title("两次输入的不一样，请重新输入。", "The two are not the same: type them again."));
}
