using MicroPoints.Server;
using MicroPoints.Silo;
using Npgsql;

namespace MicroPoints.Orleans.Tests;

public sealed class GrainConnectionTests
{
    private const string Plain = "Host=db;Database=grains;Username=silo";

    private static NpgsqlConnectionStringBuilder Of(string setting) => new(GrainConnection.Of(new ConnectionText(setting)));

    [Fact]
    public void A_setting_that_says_nothing_of_it_gets_few_connections_that_keep_their_statements()
    {
        var made = Of(Plain);
        Assert.InRange(made.MaxPoolSize, 8, Math.Max(8, Environment.ProcessorCount * 4));
        Assert.True(made is { MaxAutoPrepare: > 0, NoResetOnClose: true, Host: "db", Database: "grains", Username: "silo" });
    }

    [Theory]
    [InlineData("Maximum Pool Size=33;Max Auto Prepare=5", 33, 5)]
    [InlineData("MaxPoolSize=100;max auto prepare=0", 100, 0)]
    public void What_the_setting_says_stays(string said, int connections, int statements)
    {
        var made = Of($"{Plain};Password='a;b';{said}");
        Assert.Equal((connections, statements, false, "a;b"),
            (made.MaxPoolSize, made.MaxAutoPrepare, made.NoResetOnClose, made.Password));
    }
}
