using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Signing;

/// <summary>Why nothing is signed.</summary>
public static class SigningErrors
{
    /// <summary>The operator pins keys by configuration, and none of the pinned ones can sign now.</summary>
    public static Error NoPinnedKey { get; } = new(
        "signing.no_pinned_key", "没有可用的签名密钥：数据库中的密钥都不在本平台配置的可信密钥之内，或已过有效期。请联系运维人员登记密钥（见运维手册“签名密钥”），名单内容已保留。");

    /// <summary>The private half of the pinned key cannot be opened.</summary>
    public static Error KeyUnreadable { get; } = new(
        "signing.key_unreadable", "签名密钥无法解开，不能签名。请联系运维人员检查数据保护密钥（见运维手册“签名密钥”），名单内容已保留。");
}
