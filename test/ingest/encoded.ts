/** Small ledgers in encodings that JavaScript can read but not write. */
export const GB18030_SAMPLE = Buffer.from(
  'sLjTySzW97DstaXOuwq52NPavNPHv8WptOXS+8uusLLIq7XEzOGwuCzLrsD7vtYKvajS6dDevajUxsHr1fLWwcnPxrrP57XEuavCt7KiveK+9si61tqz9tDQzsrM4iy9u82o1MvK5L7WCg==',
  'base64',
);
export const BIG5_SAMPLE = Buffer.from(
  'rtel0SylRL/ss+am7ArD9qnzpVuxarlBp/i2vKT0pnel/qq6tKOu1yyk9KdRp70Kq9i90K3Xq9i2s8Ctwu2m3KRXqVe2baq6pL249KjDuNGoTbhzsrOlWKbmsN3DRCyl5rNxp70KvdC/pKmyp++1vb7HrtWm0cLCrtWq2aVIuvvFQL7Hpc2md6X+LLHQqHynvQo=',
  'base64',
);
