namespace GreenFactory.Application.Outbox;

/// <summary>Why a letter was given up, in words for people.</summary>
public static class LetterWords
{
    /// <summary>The reason.</summary>
    public static string Of(LetterFault fault) => fault switch
    {
        LetterFault.Refused => "收件邮箱不存在、已停用或拒收",
        _ => "邮件服务器两天内一直没有接收",
    };
}
