using GreenFactory.Domain.Users;

namespace GreenFactory.Domain.Tests.Users;

/// <summary>A lost second factor is given back by two administrators who both saw papers, and by nobody to themself.</summary>
public sealed class SecondFactorRestorationTests
{
    private const string Reason = "手机遗失，无法登录。";
    private const string Papers = "当面核对身份证和工作证原件。";

    [Theory]
    [InlineData(2, Reason, Papers, "restoration.own")]
    [InlineData(1, "丢了", Papers, "restoration.reason")]
    [InlineData(1, null, Papers, "restoration.reason")]
    [InlineData(1, Reason, "看过", "restoration.papers")]
    [InlineData(1, Reason, " \u200b ", "restoration.papers")]
    public void It_is_not_begun_for_oneself_nor_without_a_reason_and_papers(int by, string? reason, string? papers, string code) =>
        Assert.Equal(code, SecondFactorRestoration.Start(default, Invented.City, Invented.Person(2), reason, papers, Invented.Person(by), "管理员", Invented.Now).Error.Code);

    [Fact]
    public void Another_administrator_confirms_it_once_and_in_time()
    {
        var begun = Begun();
        Assert.Equal(RestorationErrors.OwnFactor, begun.Confirm(Invented.Person(2), "本人", Invented.Now).Error);
        Assert.Equal(RestorationErrors.FourEyes, begun.Confirm(Invented.Person(1), "发起人", Invented.Now).Error);
        Assert.Equal(RestorationErrors.NotOpen, begun.Confirm(Invented.Person(3), "另一位", begun.ExpiresAt).Error);
        Assert.Null(begun.ConfirmedAt);
        Assert.True(begun.Confirm(Invented.Person(3), "另一位", begun.ExpiresAt.AddSeconds(-1)).Succeeded);
        Assert.Equal(RestorationErrors.NotOpen, begun.Confirm(Invented.Person(4), "第三位", Invented.Now).Error);
        Assert.Equal(RestorationErrors.NotOpen, begun.Close(Invented.Now).Error);
    }

    [Fact]
    public void What_was_withdrawn_is_confirmed_by_nobody()
    {
        var begun = Begun();
        Assert.True(begun.Close(Invented.Now).Succeeded);
        Assert.Equal(RestorationErrors.NotOpen, begun.Confirm(Invented.Person(3), "另一位", Invented.Now).Error);
    }

    private static SecondFactorRestoration Begun() =>
        SecondFactorRestoration.Start(default, Invented.City, Invented.Person(2), Reason, Papers, Invented.Person(1), "发起人", Invented.Now).Value;
}
