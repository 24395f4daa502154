using System.Net.Sockets;
using GreenFactory.Application.Data;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Data;

/// <summary>What the program makes of the addresses it is given, and which failures it lays to a database that is away.</summary>
public sealed class DatabaseAddressTests
{
    [Theory]
    [InlineData("Host=db", DatabaseRoles.SecondsToConnect)]
    [InlineData("Host=db;Timeout=20", 20)]
    [InlineData("Host=db;timeout=15", 15)]
    public void A_connection_is_waited_for_as_long_as_the_address_says_and_else_shortly(string address, int seconds)
    {
        var roles = new DatabaseRoles(address + ";Username=app", address + ";Username=system;Max Auto Prepare=20;No Reset On Close=true");
        var system = new NpgsqlConnectionStringBuilder(roles.System);
        Assert.Equal((seconds, 0, false), (system.Timeout, system.MaxAutoPrepare, system.NoResetOnClose));
        Assert.Equal(seconds, new NpgsqlConnectionStringBuilder(roles.App).Timeout);
    }

    [Fact]
    public void A_server_that_cannot_answer_is_away_and_one_that_refuses_is_not()
    {
        Exception[] away =
        [
            new NpgsqlException("", new SocketException()), new NpgsqlException("", new TimeoutException()), new NpgsqlException("", new IOException()),
            new InvalidOperationException("transient", new NpgsqlException("", new TimeoutException())), Answer(PostgresErrorCodes.CannotConnectNow), Answer(PostgresErrorCodes.AdminShutdown),
            Answer(PostgresErrorCodes.TooManyConnections), new InvalidOperationException("", Answer(PostgresErrorCodes.CrashShutdown)),
        ];
        Exception[] answers =
        [
            Answer(PostgresErrorCodes.InsufficientPrivilege), Answer(PostgresErrorCodes.UniqueViolation), Answer(PostgresErrorCodes.UndefinedTable), Answer(PostgresErrorCodes.DeadlockDetected),
            new InvalidOperationException(), new FormatException("", new IOException()),
        ];
        Assert.All(away, failure => Assert.True(DatabaseAbsence.IsMeantBy(failure), failure.ToString()));
        Assert.All(answers, failure => Assert.False(DatabaseAbsence.IsMeantBy(failure), failure.ToString()));
    }

    private static PostgresException Answer(string state) => new("", "ERROR", "ERROR", state);
}
