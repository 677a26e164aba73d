using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using MicroPoints.Api;
using MicroPoints.Server;

namespace MicroPoints.Web.Tests;

/// <summary>Pages answer this machine alone until the administrator puts them on the network, with TLS.</summary>
public sealed class LanTests
{
    /// <summary>An address of this machine that counts as another's; the machine's own where it has no network.</summary>
    internal static readonly string? Outer = NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a))?.ToString();

    private static ServerOptions Read(params string[] arguments) =>
        OptionsReader.Read(arguments, environment: new Dictionary<string, string>());

    private static string Refused(params string[] arguments) =>
        string.Join('\n', Assert.Throws<ConfigurationException>(() => Read(arguments)).Errors);

    [Fact]
    public async Task Listening_on_the_network_without_tls_leaves_pages_to_this_machine_and_says_so()
    {
        await using var on = await On(o => o with
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            Api = new ApiOptions { Hosts = ["127.0.0.1", Outer ?? "localhost"] },
        });
        Assert.Contains("pages answer this machine alone", on.Server.Output, StringComparison.Ordinal);
        var port = new Uri(on.Server.Running.Address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)).Port;
        Assert.Equal(200, (await new Visitor($"http://127.0.0.1:{port}").Get("/sign-in")).Status);
        if (Outer is null) return;
        var other = new Visitor($"http://{Outer}:{port}");
        foreach (var path in (string[])["/sign-in", "/desk", "/accounts", on.Server.Links[0], $"/c/{new string('A', 43)}"])
            Assert.Equal(403, (await other.Get(path)).Status);
        Assert.Equal(403, (await other.Post("/sign-out")).Status);
        Assert.Equal(200, (await other.Get("/")).Status);
        Assert.Equal(401, (await other.Get("/api/v1/identity")).Status);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_that_speaks_for_another_is_not_this_machine()
    {
        await using var own = await SignInTests.Started();
        foreach (var header in (string[])["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
            Assert.Equal(403, (await own.Server.Visitor().Get("/sign-in", (header, "192.0.2.7"))).Status);
    }

    [Fact]
    public async Task With_tls_and_leave_other_machines_open_the_pages_and_the_cookie_never_goes_without_tls()
    {
        using var file = new CertificateFile();
        var outer = Outer ?? "127.0.0.1";
        await using var on = await On(o => o with
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            Lan = true,
            Certificate = new TlsCertificate(file.Path, file.PasswordFile),
            Api = new ApiOptions { Hosts = ["localhost", "127.0.0.1", outer] },
        });
        Assert.DoesNotContain("this machine alone", on.Server.Output, StringComparison.Ordinal);
        var port = int.Parse(on.Server.Running.Address.Split(':')[^1]);
        var other = new Visitor($"https://{outer}:{port}");
        Assert.Equal(200, (await other.Get(on.Server.Links[0])).Status);
        var set = await other.Submit(on.Server.Links[0], "set-password", ("password", RealServer.Password), ("again", RealServer.Password));
        Assert.Equal("/desk", set.Location);
        Assert.Contains("secure", set.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        if (Outer is not null) Assert.StartsWith($"https://{outer}:{port}", Line(on.Server.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void The_network_takes_a_certificate_an_address_and_a_name()
    {
        string[] plain = ["--lan", "--listen", "0.0.0.0:5443", "--hosts", "desk.example"];
        Assert.Contains("certificate is not set", Refused(plain), StringComparison.Ordinal);
        using var file = new CertificateFile();
        string[] tls = ["--lan", "--certificate", file.Path, "--certificate-password-file", file.PasswordFile];
        Assert.Contains("only this machine reaches", Refused([.. tls, "--hosts", "desk.example"]), StringComparison.Ordinal);
        Assert.Contains("hosts names this machine alone", Refused([.. tls, "--listen", "0.0.0.0:5443"]), StringComparison.Ordinal);
        Assert.True(Read([.. tls, "--listen", "0.0.0.0:5443", "--hosts", "localhost,desk.example"]).Lan);
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_is_told_before_anything_is_opened()
    {
        using var file = new CertificateFile();
        Assert.Contains("cannot be read", Refused("--certificate", file.Path), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Refused("--certificate", file.Path + ".none"), StringComparison.Ordinal);
        Assert.Contains("certificate is not", Refused("--certificate-password-file", file.PasswordFile), StringComparison.Ordinal);
    }

    private static string Line(string output) =>
        output.Split('\n').First(l => l.Contains("/set-password/", StringComparison.Ordinal)).Trim();

    private static async Task<SignInTests.Own> On(Func<ServerOptions, ServerOptions> change)
    {
        var server = new Changed(change);
        await server.InitializeAsync();
        return new SignInTests.Own(server);
    }

    private sealed class Changed(Func<ServerOptions, ServerOptions> change) : RealServer
    {
        internal override ServerOptions Options => change(base.Options);
    }
}
