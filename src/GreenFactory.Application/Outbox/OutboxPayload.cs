using System.Text.Json;

namespace GreenFactory.Application.Outbox;

/// <summary>Reads what a process enqueued.</summary>
public static class OutboxPayload
{
    /// <summary>The payload of a message.</summary>
    /// <exception cref="JsonException">The payload is not of this type.</exception>
    public static T Read<T>(OutboxMessage message) =>
        JsonSerializer.Deserialize<T>(message.Payload, JsonSerializerOptions.Web) ?? throw new JsonException($"Outbox message {message.Id} has no payload.");
}
