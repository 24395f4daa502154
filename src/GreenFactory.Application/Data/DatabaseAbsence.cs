using System.Net.Sockets;
using Npgsql;

namespace GreenFactory.Application.Data;

/// <summary>Tells a database that is away for now from one that answers: nobody's input is to blame, and the same request may succeed in a moment.</summary>
public static class DatabaseAbsence
{
    /// <summary>Whether a failure means that the server cannot be reached, does not answer in time, starts, stops or has no session left.</summary>
    public static bool IsMeantBy(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException answer)
            {
                return answer.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
                    or PostgresErrorCodes.DatabaseDropped or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ReadOnlySqlTransaction;
            }

            if (cause is NpgsqlException { InnerException: TimeoutException or SocketException or IOException or null } or TimeoutException { InnerException: NpgsqlException or null })
            {
                return true;
            }
        }

        return false;
    }
}
