namespace GreenFactory.Application.Ports.Files;

/// <summary>Why a file was not taken.</summary>
/// <param name="Code">A stable name of the reason, one of <see cref="FileRefusals"/>.</param>
/// <param name="Message">Chinese: what is wrong with the file and what to do.</param>
public sealed record FileRefusal(string Code, string Message);
