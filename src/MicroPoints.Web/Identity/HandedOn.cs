using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Addresses that are handed on to people: each holds a secret and is shown once.</summary>
public static class HandedOn
{
    private const string PasswordPath = "/set-password", CardPath = "/c";

    /// <summary>Where the holder of a link sets a password.</summary>
    /// <param name="address">What it begins with, such as <c>http://127.0.0.1:5080</c>.</param>
    public static string SetPassword(string address, string secret) => $"{address}{PasswordPath}/{secret}";

    /// <summary>Where a chamber's card is seen.</summary>
    public static string Card(string address, string secret) => $"{address}{CardPath}/{secret}";

    internal static string AddressOf(HttpContext http, PageOptions options) =>
        options.Address ?? $"{http.Request.Scheme}://{http.Request.Host}";
}
