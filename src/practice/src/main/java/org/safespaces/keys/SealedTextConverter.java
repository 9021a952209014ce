package org.safespaces.keys;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.safespaces.vault.SealedText;

/** Stores an envelope as the bytes it is. Holds no key: mapping is not decrypting. */
@Converter(autoApply = true)
class SealedTextConverter implements AttributeConverter<SealedText, byte[]> {
    @Override
    public byte[] convertToDatabaseColumn(SealedText sealed) {
        return sealed == null ? null : sealed.bytes();
    }

    @Override
    public SealedText convertToEntityAttribute(byte[] bytes) {
        return bytes == null ? null : new SealedText(bytes);
    }
}
