namespace GreenFactory.Application.Ports.Files;

/// <summary>How a stored file stands.</summary>
public enum FileState
{
    /// <summary>The folder has no such file.</summary>
    Missing,

    /// <summary>The bytes are those that were stored.</summary>
    Intact,

    /// <summary>The bytes have changed since they were stored.</summary>
    Altered,

    /// <summary>The file was found infected and is out of use.</summary>
    Quarantined,
}
