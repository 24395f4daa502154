namespace GreenFactory.Application.Ports.Files;

/// <summary>A stored file no longer has the bytes its hash promises; the operator must restore it from backup.</summary>
public sealed class FileIntegrityException : IOException
{
    /// <summary>Creates the error.</summary>
    public FileIntegrityException()
    {
    }

    /// <summary>Creates the error with an operator's message.</summary>
    public FileIntegrityException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with an operator's message and its cause.</summary>
    public FileIntegrityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
