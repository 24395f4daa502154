namespace GreenFactory.Infrastructure.Pdf;

internal sealed class ChromiumMissingException(string message) : Exception(message);
