using System.Globalization;
using GreenFactory.Web.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace GreenFactory.Web.Tests.Hosting;

/// <summary>A line of the log is written by the portal alone.</summary>
public sealed class OneLineValuesTests
{
    [Fact]
    public void An_address_with_line_breaks_and_terminal_commands_stays_one_line_and_readable()
    {
        var lines = new Lines();
        using var log = new LoggerConfiguration().Enrich.With<OneLineValues>().WriteTo.Sink(lines).CreateLogger();

        log.Information("HTTP {RequestPath:l} responded {Status}", "/register\r\n2026-07-06 [INF] forged\u001B[2J\u2028中文", 200);

        Assert.Equal("HTTP /register\\u000D\\u000A2026-07-06 [INF] forged\\u001B[2J\\u2028中文 responded 200", Assert.Single(lines.Written));
    }

    private sealed class Lines : ILogEventSink
    {
        public List<string> Written { get; } = [];

        public void Emit(LogEvent logEvent) => Written.Add(logEvent.RenderMessage(CultureInfo.InvariantCulture));
    }
}
