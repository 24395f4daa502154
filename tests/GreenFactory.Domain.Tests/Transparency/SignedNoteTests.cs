using GreenFactory.Domain.Transparency;

namespace GreenFactory.Domain.Tests.Transparency;

/// <summary>Notes, keys and checkpoints in the form that other programs read.</summary>
public sealed class SignedNoteTests
{
    /// <summary>The example of Go's <c>golang.org/x/mod/sumdb/note</c>.</summary>
    private const string Note =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
        + "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private const string Key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    [Fact]
    public void A_note_is_read_and_written_without_a_change()
    {
        Assert.True(SignedNote.TryRead(Note, out var note));
        Assert.EndsWith("your problem is.\n", note.Text, StringComparison.Ordinal);
        Assert.Equal("PeterNeumann", Assert.Single(note.Signatures).Name);
        Assert.Equal(0xc74f20a3, note.Signatures[0].KeyHash);
        Assert.Equal(Note, note.Write());
    }

    [Fact]
    public void A_key_is_read_and_written_and_must_have_its_own_hash()
    {
        Assert.True(NoteKey.TryRead(Key, out var key));
        Assert.Equal(Key, key.Write());
        Assert.False(NoteKey.TryRead(Key.Replace("c74f20a3", "c74f20a4", StringComparison.Ordinal), out _));
    }

    [Fact]
    public void A_second_department_has_room_for_its_cosignature()
    {
        Assert.True(SignedNote.TryRead(Note, out var note));
        var cosigned = note with { Signatures = [.. note.Signatures, new NoteSignature("witness.example", 0x01020304, new byte[72])] };
        Assert.True(SignedNote.TryRead(cosigned.Write(), out var read));
        Assert.Equal(["PeterNeumann", "witness.example"], read.Signatures.Select(signature => signature.Name));
        Assert.Equal(note.Text, read.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\nno mark\n")]
    [InlineData("text\n\n\u2014 name ====\n")]
    [InlineData("text\n\n\u2014 name AAAAAAAA")]
    public void What_is_no_note_is_refused(string text) => Assert.False(SignedNote.TryRead(text, out _));

    [Fact]
    public void A_checkpoint_says_log_size_and_root_on_three_lines()
    {
        var checkpoint = new Checkpoint("portal.example/cq/events", 17, new byte[32]);
        Assert.Equal("portal.example/cq/events\n17\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", checkpoint.Text);
        Assert.True(Checkpoint.TryRead(checkpoint.Text + "extension\n", out var read));
        Assert.Equal((17, "portal.example/cq/events"), (read.Size, read.Origin));
        Assert.False(Checkpoint.TryRead("portal.example/cq/events\n017\nAAAA\n", out _));
    }
}
