namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>The embedded PostgreSQL server cannot start; the message tells an operator what is wrong and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Creates the error with the sentence an operator reads.</summary>
    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with the sentence an operator reads and what caused it.</summary>
    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
