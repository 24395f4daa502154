using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Xunit;

namespace GreenFactory.Domain.Tests.Shared;

public sealed class WrittenTextTests
{
    [Fact]
    public void What_cannot_be_seen_is_no_content()
    {
        Assert.False(WrittenText.IsBetween(new string('\u200B', 12), 10, 20));
        Assert.True(WrittenText.IsBetween("公示的数据与实际情况不符。", 10, 20));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n\u3000\u00A0\u2028")]
    [InlineData("\u200B")]
    [InlineData("\u200B\u3000\u00AD\uFEFF\u2060")]
    [InlineData("\u2800\u3164\uFFA0\u115F\uFE0F\0")]
    public void A_text_of_which_nothing_can_be_seen_says_nothing(string? text)
    {
        Assert.True(WrittenText.SaysNothing(text));
        Assert.Equal("", WrittenText.Said(text));
    }

    [Theory]
    [InlineData(" 无\u3000", "无")]
    [InlineData("\n，", "，")]
    [InlineData("👨\u200D👩", "👨\u200D👩")]
    public void A_text_that_says_something_keeps_it(string text, string said) => Assert.Equal(said, WrittenText.Said(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("两字", 2)]
    [InlineData("\n两字 \r\n", 2)]
    [InlineData("\u200B\n", 0)]
    [InlineData("一\r\n二", 3)]
    [InlineData("一\n二", 3)]
    [InlineData("一\r\r\n二", 4)]
    [InlineData("𠮷野家", 3)]
    public void Characters_are_counted_as_people_count_them(string text, int count) => Assert.Equal(count, WrittenText.Count(text));

    [Theory]
    [InlineData("一\0二", "一二")]
    [InlineData("一\r\n二\r三\n", "一\n二\n三\n")]
    [InlineData("段落\v软换行\f分页\u2028行", "段落\n软换行\n分页\n行")]
    [InlineData("\u0007“Word”里的——文字…\u00A0①\uF0B7\t表", "“Word”里的——文字…\u00A0①\uF0B7\t表")]
    [InlineData("𠮷\u200D野", "𠮷\u200D野")]
    public void Control_characters_go_and_words_stay(string text, string clean) => Assert.Equal(clean, WrittenText.Clean(text));

    [Theory]
    [InlineData("渝经信〔2026〕18号")]
    [InlineData("渝经信[2026]18号")]
    [InlineData("渝经信【2026】18号")]
    [InlineData("渝经信（２０２６）１８号")]
    [InlineData(" 渝经信 (2026) 18号\u200B")]
    [InlineData("渝经信﹝2026﹞18\u00AD号")]
    [InlineData("渝经信〔2026〕第18号")]
    [InlineData("渝经信〔2026〕18")]
    public void A_document_number_is_the_same_in_any_brackets_and_width(string number) => Assert.Equal("渝经信〔2026〕18", ComparableText.DocumentNumber(number));

    [Fact]
    public void Half_a_character_goes() => Assert.Equal("半个字", WrittenText.Clean(string.Concat("半个", ((char)0xD800).ToString(), "字")));

    [Fact]
    public void What_nobody_can_have_typed_is_named() => Assert.Equal(["U+0000", "U+001B"], WrittenText.ControlCharacters("a\0b\u001Bc\0\r\n\t"));

    [Theory]
    [InlineData("何景川", "何\u200B景川\u00AD\uFEFF")]
    [InlineData("何景川", "\u202E何 景　川\u2069")]
    [InlineData("买买提·吐尔逊", "买买提•吐尔逊")]
    [InlineData("买买提·吐尔逊", "买买提‧吐尔逊")]
    [InlineData("买买提·吐尔逊", "买买提・吐尔逊")]
    [InlineData("买买提·吐尔逊", "买买提 · 吐尔逊")]
    [InlineData("龙河水泥(演示)", "龙河水泥（演示）")]
    [InlineData("Anna Li", "ＡＮＮＡ　Ｌｉ")]
    [InlineData("长风车马见贝页飞鱼鸟麦黄龙龟", "\u2ED3\u2EDB\u2ECB\u2EE2\u2EC5\u2EC9\u2EDA\u2EDC\u2EE5\u2EE6\u2EE8\u2EE9\u2EF0\u2EF3")]
    [InlineData("民青西门食母齐齿", "\u2EA0\u2ED8\u2EC4\u2ED4\u2EDD\u2E9F\u2EEC\u2EEE")]
    [InlineData("水泥工厂", "\u2F54泥\u2F2F\u2E81")]
    public void Names_that_look_alike_are_the_same_name(string one, string other) => Assert.True(ComparableText.IsSameName(one, other));

    [Theory]
    [InlineData("何景川", "何景州")]
    [InlineData("买买提·吐尔逊", "买买提吐尔逊")]
    [InlineData("长", "\u2ED1")]
    [InlineData("长", "\u2E9A长")]
    public void Different_names_stay_different(string one, string other) => Assert.False(ComparableText.IsSameName(one, other));

    [Theory]
    [InlineData("91500151MACP12344N\u200B")]
    [InlineData("\uFEFF9150\u00AD0151—ＭＡＣＰ‐12344N\u202C")]
    public void A_code_copied_with_invisible_characters_is_the_code(string typed) => Assert.Equal("91500151MACP12344N", CreditCode.Parse(typed).Value.Value);

    [Theory]
    [InlineData("（023）12345678")]
    [InlineData("０２３－１２３４５６７８")]
    [InlineData("023-12345678转801")]
    [InlineData("023—1234 5678 转 801")]
    [InlineData("(023)12345678-801")]
    [InlineData("023 12345678 分机：12")]
    [InlineData("+86 138 0013 8000")]
    [InlineData("0086-23-12345678#8001")]
    [InlineData("13800138000、023-12345678 ext. 9")]
    [InlineData("400-800-8820")]
    [InlineData("138\u200B00138000")]
    [InlineData("13800138000-801")]
    [InlineData("+1 212 555 0100")]
    [InlineData("8613800138000")]
    public void Telephone_numbers_are_taken_as_people_write_them(string typed) => Assert.True(TelephoneNumber.CanBeDialled(typed));

    [Theory]
    [InlineData("")]
    [InlineData("见附件")]
    [InlineData("12345")]
    [InlineData("023-1234567八")]
    [InlineData("1380013800013800138000")]
    [InlineData("13800138000、")]
    [InlineData("1380013800")]
    [InlineData("138-0013-800")]
    [InlineData("+86 1380013800")]
    [InlineData("12800138000")]
    [InlineData("138001380001")]
    public void What_cannot_be_dialled_is_none(string typed) => Assert.False(TelephoneNumber.CanBeDialled(typed));

    [Theory]
    [InlineData("name@example.com", "name@example.com")]
    [InlineData(" 名字@重庆绿能.中国\u200B", "名字@重庆绿能.中国")]
    [InlineData("name@xn--fiq228c.xn--fiqs8s", "name@xn--fiq228c.xn--fiqs8s")]
    [InlineData("first.last+tag@sub.example.com.cn", "first.last+tag@sub.example.com.cn")]
    [InlineData("name＠example．com", "name@example.com")]
    public void Mail_addresses_are_taken_as_people_write_them(string typed, string kept)
    {
        Assert.True(MailboxName.IsWhole(typed));
        Assert.Equal(kept, MailboxName.Read(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a@b")]
    [InlineData("@example.com")]
    [InlineData("name@")]
    [InlineData("name@example.")]
    [InlineData("name@.com")]
    [InlineData("na me@example.com")]
    [InlineData("name@example..com")]
    [InlineData("a..b@example.com")]
    [InlineData("name@192.168.0.1")]
    [InlineData("name@example.c")]
    [InlineData("甲 <name@example.com>")]
    public void What_no_letter_can_reach_is_no_address(string typed) => Assert.False(MailboxName.IsWhole(typed));

    [Fact]
    public void Characters_that_cannot_be_seen_vanish_and_nothing_else() => Assert.Equal("张 三 ", ComparableText.WithoutInvisible("\u202E张\u200B 三 \uFEFF"));
}
