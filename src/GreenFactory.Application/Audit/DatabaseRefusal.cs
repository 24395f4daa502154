using GreenFactory.Domain.Shared;
using Npgsql;

namespace GreenFactory.Application.Audit;

/// <summary>Turns a refusal by the database into a named error; anything unknown stays an exception.</summary>
internal static class DatabaseRefusal
{
    /// <summary>Raised by the deadline triggers.</summary>
    private const string DeadlineState = "GF001";

    public static Error? Read(PostgresException? exception) => exception?.SqlState switch
    {
        DeadlineState => ProcessErrors.DeadlineOver,
        PostgresErrorCodes.IntegrityConstraintViolation or PostgresErrorCodes.InsufficientPrivilege => ProcessErrors.NotAllowed,
        PostgresErrorCodes.UniqueViolation => ProcessErrors.Duplicate,
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => ProcessErrors.ChangedMeanwhile,
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter => ProcessErrors.ControlCharacter,
        _ => null,
    };
}
